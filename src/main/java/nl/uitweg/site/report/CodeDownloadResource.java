package nl.uitweg.site.report;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;
import org.jspecify.annotations.Nullable;

/** Lets the reporter download the code as a text file with nothing but the digits. */
@Path("{language}/report/note")
class CodeDownloadResource {

  /** A neutral name, because others may see it in the list of downloads. */
  private static final String FILE_NAME = "note.txt";

  private final Languages languages;
  private final FormTokens tokens;
  private final PortalSettings portal;

  CodeDownloadResource(Languages languages, FormTokens tokens, PortalSettings portal) {
    this.languages = languages;
    this.tokens = tokens;
    this.portal = portal;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(String language, @FormParam(Receipt.FIELD) @Nullable String sealedReceipt) {
    if (!portal.tier().servesPublic() || languages.byCode(language).isEmpty()) {
      throw new NotFoundException();
    }
    return tokens
        .readReceipt(sealedReceipt)
        .map(Receipt::code)
        .map(
            code ->
                Response.ok(String.join(" ", code.groups()) + "\n")
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"" + FILE_NAME + "\"")
                    .build())
        .orElseThrow(() -> new WebApplicationException(400));
  }
}

package nl.uitweg.signal.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Frame;
import nl.uitweg.page.Frames;
import nl.uitweg.page.Portal;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.signal.FollowUp;
import nl.uitweg.signal.SignalState;

/** Where a reporter comes back with the code. */
@Path("{language}/code")
class CodeResource {

  private static final int UNPROCESSABLE = 422;

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final FollowUp followUp;
  private final Portal portal;

  CodeResource(
      Languages languages, Bundles bundles, Frames frames, FollowUp followUp, Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.followUp = followUp;
    this.portal = portal;
  }

  @CheckedTemplate(basePath = "followup")
  static class Templates {
    static native TemplateInstance ask(Frame frame, String typed, boolean wrong);

    static native TemplateInstance state(Frame frame, String state);
  }

  @GET
  public Response ask(String language) {
    return html(200, Templates.ask(frame(texts(language)), "", false));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response look(String language, MultivaluedMap<String, String> form) {
    Texts m = texts(language);
    String typed = Optional.ofNullable(form.getFirst("code")).orElse("");
    Optional<SignalState> state = Receipt.parse(typed).flatMap(followUp::state);
    return state
        .map(found -> html(200, Templates.state(frame(m), m.t("code.state." + found.key()))))
        .orElseGet(
            () ->
                html(
                    UNPROCESSABLE,
                    Templates.ask(frame(m), typed.length() > 200 ? "" : typed, true)));
  }

  private Frame frame(Texts m) {
    return frames.of(m.language(), "code", m.t("code.title"), m.t("code.description"));
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }

  private static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .entity(template.render())
        .build();
  }
}

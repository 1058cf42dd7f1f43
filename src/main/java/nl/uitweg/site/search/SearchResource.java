package nl.uitweg.site.search;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Searches the public site. The words are sent in the body of a POST request, which is answered
 * with a redirect to an address that contains them sealed: no address and no log has the words, and
 * a reload or another language needs no form to be sent again.
 */
@Path("{language}/search")
class SearchResource {

  /** Of the words, in UTF-16 code units. */
  static final int MAX_LENGTH = 200;

  private final Languages languages;
  private final Bundles bundles;
  private final SearchTokens tokens;
  private final SiteSearch search;
  private final SearchPages pages;
  private final PortalSettings portal;

  SearchResource(
      Languages languages,
      Bundles bundles,
      SearchTokens tokens,
      SiteSearch search,
      SearchPages pages,
      PortalSettings portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.tokens = tokens;
    this.search = search;
    this.pages = pages;
    this.portal = portal;
  }

  @GET
  public Response ask(String language) {
    return pages.empty(texts(language));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response find(String language, MultivaluedMap<String, String> form) {
    Texts texts = texts(language);
    String words = Optional.ofNullable(form.getFirst("words")).orElse("").strip();
    if (words.isEmpty()) {
      return pages.invalid("", "find.empty", texts);
    }
    if (words.length() > MAX_LENGTH) {
      return pages.invalid(words, "find.too-long", texts);
    }
    return Response.seeOther(
            URI.create("/" + texts.language().code() + "/search/" + tokens.write(words)))
        .build();
  }

  @GET
  @Path("{token}")
  public Response show(String language, String token) {
    Texts texts = texts(language);
    return tokens
        .read(token)
        .map(words -> pages.results(words, token, search.find(words, texts.language()), texts))
        .orElseGet(() -> pages.expired(texts));
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}

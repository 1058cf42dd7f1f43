package nl.uitweg.platform.page;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.platform.settings.RegionalSettings;

/**
 * Serves the stored pages, redirects {@code /} to the best language, and redirects "leave this
 * site" to a neutral page. Everything is in memory and answered on the event loop, so no request
 * waits for a worker thread.
 */
@Path("/")
@NonBlocking
class PageResource {

  /**
   * An encyclopaedia: it raises no questions, exists in every language of the site and looks the
   * same for everyone.
   */
  private static final String BUILT_IN_EXIT = "https://LANGUAGE.wikipedia.org/";

  private final PageStore store;
  private final Languages languages;
  private final PortalSettings portal;
  private final RegionalSettings regional;

  PageResource(
      PageStore store, Languages languages, PortalSettings portal, RegionalSettings regional) {
    this.store = store;
    this.languages = languages;
    this.portal = portal;
    this.regional = regional;
  }

  @GET
  public Response redirectToLanguage(HttpServerRequest request) {
    requirePublicTier();
    Language language = languages.negotiate(request.getHeader("Accept-Language"));
    return Response.seeOther(URI.create("/" + language.code()))
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache")
        .build();
  }

  @GET
  @Path("{name}")
  public Response pageOrFile(RoutingContext context) {
    return serveStoredPage(context);
  }

  @GET
  @Path("{language}/{slug}")
  public Response page(RoutingContext context) {
    return serveStoredPage(context);
  }

  @GET
  @Path("exit")
  public Response exit(HttpServerRequest request) {
    requirePublicTier();
    return redirectToExit(languages.negotiate(request.getHeader("Accept-Language")));
  }

  @GET
  @Path("{language}/exit")
  public Response exit(String language) {
    requirePublicTier();
    return redirectToExit(languages.byCode(language).orElseThrow(NotFoundException::new));
  }

  private Response redirectToExit(Language language) {
    String target =
        Stream.of(portal.exit(), regional.exit())
            .map(
                exits ->
                    Optional.ofNullable(exits.get(language.code())).or(() -> anyLanguage(exits)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(BUILT_IN_EXIT);
    return Response.seeOther(
            URI.create(target.replace("LANGUAGE", language.locale().getLanguage())))
        .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
        .build();
  }

  private static Optional<String> anyLanguage(Map<String, String> exits) {
    return Optional.ofNullable(exits.get("default"));
  }

  private Response serveStoredPage(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path() == null ? "" : request.path();
    StoredPage page = store.find(path).orElseThrow(NotFoundException::new);
    StoredPage.Variant variant = page.variant(request.getHeader("Accept-Encoding"));
    // Sets the header and lets isFresh compare it with If-None-Match.
    context.etag(variant.etag());
    return (context.isFresh() ? Response.notModified() : withBody(page, variant))
        .header("Vary", "Accept-Encoding")
        .header(
            "Cache-Control",
            page.path().matches("/(style|site|desk)-.*")
                ? "public, max-age=31536000, immutable"
                : "no-cache")
        .build();
  }

  private static Response.ResponseBuilder withBody(StoredPage page, StoredPage.Variant variant) {
    Response.ResponseBuilder response =
        Response.ok(variant.bytes()).header("Content-Type", page.type());
    return variant.encoding() == null
        ? response
        : response.header("Content-Encoding", variant.encoding());
  }

  private void requirePublicTier() {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
  }
}

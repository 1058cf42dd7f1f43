package nl.uitweg.platform.http;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

/**
 * Error pages in the language of the visitor, always with links to continue. An area with a layout
 * of its own makes its own ({@link AreaErrorPages}).
 */
@Singleton
public class ErrorPages {

  private static final int TOO_MANY_REQUESTS = 429;

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final List<AreaErrorPages> areas;

  ErrorPages(Languages languages, Bundles bundles, Frames frames, @All List<AreaErrorPages> areas) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.areas = areas;
  }

  @CheckedTemplate(basePath = "platform/page")
  static class Templates {
    static native TemplateInstance error(Frame frame, String heading, String text);
  }

  /** The language in the path, otherwise the one negotiated by {@code Accept-Language}. */
  public Language language(HttpServerRequest request) {
    String path = request.path() == null ? "/" : request.path();
    String[] segments = path.split("/", 3);
    return languages
        .byAnySpelling(segments.length > 1 ? segments[1] : "")
        .orElseGet(() -> languages.negotiate(request.getHeader("Accept-Language")));
  }

  /** The error page as a response of a resource. */
  public Response response(int status, HttpServerRequest request) {
    AreaErrorPages.ErrorPage page = page(status, request);
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Content-Language", page.language().code())
        .entity(page.html())
        .build();
  }

  /** Response 429 after too many wrong codes, with {@code Retry-After}. */
  public Response tooManyRequests(long seconds, HttpServerRequest request) {
    return Response.fromResponse(response(TOO_MANY_REQUESTS, request))
        .header("Retry-After", Long.toString(seconds))
        .build();
  }

  /** Sends an error page outside any resource. */
  void send(int status, RoutingContext context) {
    AreaErrorPages.ErrorPage page = page(status, context.request());
    context.response().setStatusCode(status).putHeader("Content-Language", page.language().code());
    MadeScreen.of(page.html(), context.request()).send(context.response());
  }

  /**
   * Like {@link #send}, for a request that is not read completely: over HTTP/1, its connection is
   * closed.
   */
  public void sendAndClose(int status, RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.version() != HttpVersion.HTTP_2) {
      context.response().putHeader("Connection", "close");
      context.addEndHandler(ended -> request.connection().close());
    }
    send(status, context);
  }

  /** The HTML document for a request that failed with this status. */
  public String html(int status, HttpServerRequest request) {
    return page(status, request).html();
  }

  private AreaErrorPages.ErrorPage page(int status, HttpServerRequest request) {
    return areas.stream()
        .flatMap(area -> area.page(status, request).stream())
        .findFirst()
        .orElseGet(
            () -> new AreaErrorPages.ErrorPage(html(status, language(request)), language(request)));
  }

  /**
   * The HTML document of the public site for a status. A status without texts of its own gets those
   * of 400 or 500.
   */
  public String html(int status, Language language) {
    Texts texts = bundles.in(language);
    String known =
        texts.has("page.error-" + status + "-title")
            ? String.valueOf(status)
            : status >= 500 ? "500" : "400";
    String heading = texts.get("page.error-" + known + "-title");
    return Templates.error(
            frames.unlisted(language, "", heading),
            heading,
            texts.get("page.error-" + known + "-text"))
        .render();
  }
}

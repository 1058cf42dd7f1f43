package nl.uitweg.platform.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;

/** Error pages in the language of the visitor, always with links to continue. */
@Singleton
public class ErrorPages {

  private static final int TOO_MANY_REQUESTS = 429;

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;

  ErrorPages(Languages languages, Bundles bundles, Frames frames) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
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
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Content-Language", language(request).code())
        .entity(html(status, language(request)))
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
    Language language = language(context.request());
    context.response().setStatusCode(status).putHeader("Content-Language", language.code());
    MadeScreen.of(html(status, language), context.request()).send(context.response());
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

  /** The HTML document for a status. A status without texts of its own gets those of 400 or 500. */
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

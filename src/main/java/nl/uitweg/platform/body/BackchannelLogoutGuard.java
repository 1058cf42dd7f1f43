package nl.uitweg.platform.body;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.platform.http.ErrorPages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The login provider's message that a session ended is read by the login itself, on the event loop:
 * it must be small, say its length, and arrive soon.
 */
@Singleton
class BackchannelLogoutGuard {

  private static final long MOST = 64L * 1024;
  private static final int LENGTH_REQUIRED = 411;
  private static final int TOO_LARGE = 413;

  private final Optional<String> path;
  private final BodyLimits limits;
  private final ErrorPages pages;

  BackchannelLogoutGuard(
      @ConfigProperty(name = "quarkus.oidc.logout.backchannel.path") Optional<String> path,
      BodyLimits limits,
      ErrorPages pages) {
    this.path = path;
    this.limits = limits;
    this.pages = pages;
  }

  boolean addressed(RoutingContext context) {
    return path.filter(context.normalizedPath()::equals).isPresent();
  }

  /**
   * @param length as declared; 0 when it is not
   */
  void pass(RoutingContext context, long length) {
    if (length == 0 || length > MOST) {
      int status = length == 0 ? LENGTH_REQUIRED : TOO_LARGE;
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .putHeader("Connection", "close")
          .end(pages.html(status, pages.language(context.request())))
          .onComplete(sent -> context.request().connection().close());
      return;
    }
    HttpServerRequest request = context.request();
    long deadline =
        context
            .vertx()
            .setTimer(
                limits.idle().toMillis(),
                late -> {
                  if (!request.isEnded()) {
                    request.connection().close();
                  }
                });
    context.addEndHandler(ended -> context.vertx().cancelTimer(deadline));
    context.next();
  }
}

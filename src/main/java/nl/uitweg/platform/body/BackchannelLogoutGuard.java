package nl.uitweg.platform.body;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.platform.http.ErrorPages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits OIDC back-channel logout requests, with which the login provider reports that a session
 * has ended. Quarkus reads them on the event loop, so they must be small, declare their length and
 * arrive in time.
 */
@Singleton
class BackchannelLogoutGuard {

  private static final long MAX_BYTES = 64L * 1024;
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

  boolean matches(RoutingContext context) {
    return path.filter(context.normalizedPath()::equals).isPresent();
  }

  /**
   * Passes the request on, or rejects it with 411 or 413.
   *
   * @param length declared content length; 0 when none was declared
   */
  void guard(RoutingContext context, long length) {
    if (length == 0 || length > MAX_BYTES) {
      int status = length == 0 ? LENGTH_REQUIRED : TOO_LARGE;
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .putHeader("Connection", "close")
          .end(pages.html(status, context.request()))
          .onComplete(sent -> context.request().connection().close());
      return;
    }
    HttpServerRequest request = context.request();
    long deadline =
        context
            .vertx()
            .setTimer(
                limits.idleTimeout().toMillis(),
                late -> {
                  if (!request.isEnded()) {
                    request.connection().close();
                  }
                });
    context.addEndHandler(ended -> context.vertx().cancelTimer(deadline));
    context.next();
  }
}

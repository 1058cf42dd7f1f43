package nl.uitweg.platform.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends error pages for requests that reach no resource. */
@Singleton
class RouterErrorHandlers {

  private static final Logger LOG = Logger.getLogger(RouterErrorHandlers.class);
  private static final int[] STATUSES = {400, 404, 405, 413, 414, 415, 431, 500};

  private final ErrorPages pages;
  private final SecurityHeaders headers;

  RouterErrorHandlers(ErrorPages pages, SecurityHeaders headers) {
    this.pages = pages;
    this.headers = headers;
  }

  void register(@Observes Router router) {
    for (int status : STATUSES) {
      router.errorHandler(status, context -> sendErrorPage(context, status));
    }
  }

  private void sendErrorPage(RoutingContext context, int status) {
    Throwable failure = context.failure();
    if (status == 500 && failure != null) {
      LOG.error(Failure.describe(failure));
    }
    if (context.response().ended()) {
      return;
    }
    // A request whose path is no path did not pass the filters.
    headers.writeForUnfilteredResponse(context.response().headers());
    context.response().setStatusCode(status);
    MadeScreen.of(pages.html(status, context.request()), context.request())
        .send(context.response());
  }
}

package nl.uitweg.platform.http;

import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the error page for every request that fails outside a resource. Replaces the failure
 * handler of Quarkus, which logs the address with its query and sends an empty page.
 */
@Singleton
class RequestFailureHandler {

  private static final Logger LOG = Logger.getLogger(RequestFailureHandler.class);

  /** Order of the route: after all other failure handlers except the last one, that of Quarkus. */
  private static final int ROUTE_ORDER = Integer.MAX_VALUE - 1;

  private final ErrorPages pages;
  private final SecurityHeaders headers;

  RequestFailureHandler(ErrorPages pages, SecurityHeaders headers) {
    this.pages = pages;
    this.headers = headers;
  }

  void register(@Observes Router router) {
    router.route().order(ROUTE_ORDER).failureHandler(this::handleFailure);
  }

  private void handleFailure(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof SecurityException || failure instanceof AuthenticationException) {
      context.next(); // Quarkus starts or refuses the login
      return;
    }
    int status = status(context, failure);
    HttpServerResponse response = context.response();
    boolean clientDisconnected = failure instanceof IOException && response.closed();
    if (status == 500 && failure != null && !clientDisconnected) {
      LOG.error(Failure.describe(failure));
    }
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset(); // a truncated response must not look complete
      return;
    }
    response.headers().clear();
    headers.writeForUnfilteredResponse(response.headers());
    pages.sendAndClose(status, context);
  }

  private static int status(RoutingContext context, @Nullable Throwable failure) {
    if (failure instanceof RejectedExecutionException) {
      return 503; // all worker threads are busy and the queue is full
    }
    int known = context.statusCode() > 0 ? context.statusCode() : 500;
    return failure == null ? known : MalformedRequests.status(failure).orElse(known);
  }
}

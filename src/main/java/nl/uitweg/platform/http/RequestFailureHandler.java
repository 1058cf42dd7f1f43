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
 * Answers every request that fails outside a resource, instead of the handler of the framework,
 * which writes the address with its query to the log and leaves the page empty.
 */
@Singleton
class RequestFailureHandler {

  private static final Logger LOG = Logger.getLogger(RequestFailureHandler.class);

  /** After all other handlers of failures but the last, which is the framework's. */
  private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

  private final ErrorPages pages;
  private final SecurityHeaders headers;

  RequestFailureHandler(ErrorPages pages, SecurityHeaders headers) {
    this.pages = pages;
    this.headers = headers;
  }

  void register(@Observes Router router) {
    router.route().order(LAST_BUT_ONE).failureHandler(this::answer);
  }

  private void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof SecurityException || failure instanceof AuthenticationException) {
      context.next(); // login is asked for, or refused, by the framework
      return;
    }
    int status = status(context, failure);
    HttpServerResponse response = context.response();
    boolean visitorLeft = failure instanceof IOException && response.closed();
    if (status == 500 && failure != null && !visitorLeft) {
      LOG.error(Failure.describe(failure));
    }
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset(); // so that half an answer does not look like a whole one
      return;
    }
    response.headers().clear();
    headers.write(response.headers());
    pages.refuse(status, context);
  }

  private static int status(RoutingContext context, @Nullable Throwable failure) {
    if (failure instanceof RejectedExecutionException) {
      return 503; // no worker is free, and enough wait for one
    }
    int known = context.statusCode() > 0 ? context.statusCode() : 500;
    return failure == null ? known : MalformedRequests.status(failure).orElse(known);
  }
}

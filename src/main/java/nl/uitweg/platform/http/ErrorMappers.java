package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns what a resource throws into an error page; logs where it happened, never what was typed.
 */
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  private final ErrorPages pages;

  ErrorMappers(ErrorPages pages) {
    this.pages = pages;
  }

  @ServerExceptionMapper
  public Response refused(WebApplicationException refusal, HttpServerRequest request) {
    Response original = refusal.getResponse();
    if (original.getStatus() < 400 || original.hasEntity()) {
      return original;
    }
    return pages.response(original.getStatus(), request);
  }

  @ServerExceptionMapper
  public Response failed(RuntimeException failure, HttpServerRequest request) {
    OptionalInt unreadable = MalformedRequests.status(failure);
    if (unreadable.isEmpty()) {
      LOG.error(Failure.describe(failure));
    }
    return pages.response(unreadable.orElse(500), request);
  }
}

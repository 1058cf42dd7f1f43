package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps exceptions of resources to error pages. Logs where a failure happened, never what the
 * visitor typed.
 */
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  private final ErrorPages pages;

  ErrorMappers(ErrorPages pages) {
    this.pages = pages;
  }

  @ServerExceptionMapper
  public Response mapWebApplicationException(
      WebApplicationException exception, HttpServerRequest request) {
    Response original = exception.getResponse();
    if (original.getStatus() < 400 || original.hasEntity()) {
      return original;
    }
    return pages.response(original.getStatus(), request);
  }

  @ServerExceptionMapper
  public Response mapRuntimeException(RuntimeException failure, HttpServerRequest request) {
    OptionalInt clientErrorStatus = MalformedRequests.status(failure);
    if (clientErrorStatus.isEmpty()) {
      LOG.error(Failure.describe(failure));
    }
    return pages.response(clientErrorStatus.orElse(500), request);
  }
}

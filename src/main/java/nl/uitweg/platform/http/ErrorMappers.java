package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps exceptions of resources to error pages. Logs where a failure happened, never what the
 * visitor typed.
 */
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  private static final int INTERNAL_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /** SQLSTATE of a statement that exceeded {@code lock_timeout}. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

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
    return pages.response(
        clientErrorStatus.orElse(isLockTimeout(failure) ? UNAVAILABLE : INTERNAL_ERROR), request);
  }

  /** Whether the database waited too long for a row that another transaction has locked. */
  private static boolean isLockTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

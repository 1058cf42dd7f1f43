package nl.uitweg.platform.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.uitweg.platform.persistence.DatabaseFailure;
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

  private final ErrorPages pages;
  private final List<SendAgainPages> sendAgainPages;

  ErrorMappers(ErrorPages pages, @All List<SendAgainPages> sendAgainPages) {
    this.pages = pages;
    this.sendAgainPages = sendAgainPages;
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
  public Response mapRuntimeException(
      RuntimeException failure, HttpServerRequest request, RoutingContext context) {
    if (DatabaseFailure.isTemporary(failure)) {
      LOG.error(Failure.describe(failure));
      return Response.fromResponse(pages.response(UNAVAILABLE, request))
          .entity(sendAgainPage(context).orElseGet(() -> pages.html(UNAVAILABLE, request)))
          .build();
    }
    OptionalInt clientErrorStatus = MalformedRequests.status(failure);
    if (clientErrorStatus.isEmpty()) {
      LOG.error(Failure.describe(failure));
    }
    return pages.response(clientErrorStatus.orElse(INTERNAL_ERROR), request);
  }

  private Optional<String> sendAgainPage(RoutingContext context) {
    return sendAgainPages.stream().flatMap(part -> part.page(context).stream()).findFirst();
  }
}

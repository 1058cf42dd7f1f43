package nl.uitweg.desk.route;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.uitweg.desk.officer.CurrentOfficer;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Checks the token of every form of the desk before its resource method runs, so that no resource
 * has to.
 */
class FormTokenFilter {

  private final DeskTokens tokens;
  private final CurrentOfficer current;

  FormTokenFilter(DeskTokens tokens, CurrentOfficer current) {
    this.tokens = tokens;
    this.current = current;
  }

  @ServerRequestFilter
  public void check(
      ContainerRequestContext request, SimpleResourceInfo resource, RoutingContext context) {
    String method = request.getMethod();
    if (DeskRoutes.contain(resource)
        && !method.equals(HttpMethod.GET)
        && !method.equals(HttpMethod.HEAD)) {
      tokens.check(fields(context), current.get());
    }
  }

  private static MultivaluedMap<String, String> fields(RoutingContext context) {
    try {
      return PostedForm.fields(context);
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestException(malformed);
    }
  }
}

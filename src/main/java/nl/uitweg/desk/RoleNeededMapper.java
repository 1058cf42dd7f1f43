package nl.uitweg.desk;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.platform.http.AreaErrorPages;
import nl.uitweg.platform.http.HtmlResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Shows a page to a user who opens a screen for another role. Only routes of the desk have roles.
 */
class RoleNeededMapper {

  private static final int FORBIDDEN = 403;

  private final DeskErrorPages pages;

  RoleNeededMapper(DeskErrorPages pages) {
    this.pages = pages;
  }

  @ServerExceptionMapper
  public Response toResponse(
      ForbiddenException refused, ResourceInfo resource, HttpServerRequest request) {
    AreaErrorPages.ErrorPage page = pages.roleNeeded(roles(resource), request);
    return Response.fromResponse(HtmlResponse.of(FORBIDDEN, page.html()))
        .header("Content-Language", page.language().code())
        .build();
  }

  /** The roles that the route allows; empty when the request has a method that no route has. */
  private static Set<String> roles(ResourceInfo resource) {
    return Optional.<Method>ofNullable(resource.getResourceMethod())
        .flatMap(RoleNeededMapper::allowed)
        .map(allowed -> Set.of(allowed.value()))
        .orElse(Set.of());
  }

  private static Optional<RolesAllowed> allowed(Method route) {
    return Optional.ofNullable(route.getAnnotation(RolesAllowed.class))
        .or(() -> Optional.ofNullable(route.getDeclaringClass().getAnnotation(RolesAllowed.class)));
  }
}

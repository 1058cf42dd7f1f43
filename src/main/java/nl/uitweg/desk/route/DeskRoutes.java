package nl.uitweg.desk.route;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * The routes of the desk: the resource methods in the package {@code desk} and its subpackages. The
 * application does not start when one of them lacks {@link DeskAction} or {@code RolesAllowed}.
 */
@Singleton
class DeskRoutes {

  private static final String DESK_PACKAGE = "nl.uitweg.desk";

  void requireDeclarations(@Observes StartupEvent started, BeanManager beans) {
    List<String> undeclared =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class) && contain(type))
            .filter(type -> !type.isAnnotationPresent(SealedAccess.class))
            .flatMap(DeskRoutes::undeclared)
            .sorted()
            .toList();
    if (!undeclared.isEmpty()) {
      throw new IllegalStateException(
          "Routes of the desk without DeskAction or RolesAllowed: " + undeclared);
    }
  }

  /** The routes of a resource class that lack a declaration. */
  static Stream<String> undeclared(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(DeskRoutes::isRoute)
        .filter(
            method ->
                !method.isAnnotationPresent(DeskAction.class)
                    || !(method.isAnnotationPresent(RolesAllowed.class)
                        || resource.isAnnotationPresent(RolesAllowed.class)))
        .map(method -> resource.getSimpleName() + "." + method.getName());
  }

  private static boolean isRoute(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** Whether the resource belongs to the desk; false when no resource method was found. */
  static boolean contain(SimpleResourceInfo resource) {
    Class<?> type = resource.getResourceClass();
    return type != null && contain(type);
  }

  private static boolean contain(Class<?> type) {
    return type.getPackageName().startsWith(DESK_PACKAGE);
  }
}

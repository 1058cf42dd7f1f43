package nl.uitweg.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** HTTP method and path of a route of the site, with example values for path parameters. */
public record SiteRoute(String method, String path) implements Comparable<SiteRoute> {

  /** Routes that the framework serves: health, metrics and logout. */
  private static final List<SiteRoute> FRAMEWORK_ROUTES =
      List.of(
          new SiteRoute("GET", "/q/health"),
          new SiteRoute("GET", "/q/health/live"),
          new SiteRoute("GET", "/q/health/ready"),
          new SiteRoute("GET", "/q/health/started"),
          new SiteRoute("GET", "/q/metrics"),
          new SiteRoute("GET", "/backoffice/logout"),
          new SiteRoute("POST", "/backoffice/ended"));

  private static final Map<String, String> PARAMETER_VALUES =
      Map.of("{language}", "en", "{first}", "en", "{slug}", "police");
  private static final String EXAMPLE_ID = "7f2c1b9e-0a53-4f0e-9d41-0c8f5a3f7a10";

  /** Every route of the framework and of the resource classes. */
  public static Set<SiteRoute> all() {
    Set<SiteRoute> routes = new TreeSet<>(FRAMEWORK_ROUTES);
    for (JavaClass resource :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.uitweg")) {
      if (resource.isAnnotatedWith(Path.class)) {
        Class<?> type = resource.reflect();
        String root = normalise(type.getAnnotation(Path.class).value());
        for (Method method : type.getDeclaredMethods()) {
          for (Annotation annotation : method.getAnnotations()) {
            HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (name != null) {
              Path subPath = method.getAnnotation(Path.class);
              String path = root + (subPath == null ? "" : normalise(subPath.value()));
              routes.add(new SiteRoute(name.value(), withValues(path.isEmpty() ? "/" : path)));
            }
          }
        }
      }
    }
    return routes;
  }

  private static String withValues(String path) {
    String filled = path;
    for (Map.Entry<String, String> value : PARAMETER_VALUES.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled.replaceAll("\\{\\w+}", EXAMPLE_ID);
  }

  /**
   * One leading slash, no trailing slash, and path parameters without their regular expression;
   * empty for the root.
   */
  private static String normalise(String path) {
    String clean = path.replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:.*?}", "{$1}");
    return clean.isEmpty() ? "" : "/" + clean;
  }

  @Override
  public int compareTo(SiteRoute other) {
    return toString().compareTo(other.toString());
  }
}

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

/** A method and an address that the site answers, with values for what differs. */
public record SiteRoute(String method, String path) implements Comparable<SiteRoute> {

  /** Answered by the framework: health, figures, login. */
  private static final List<SiteRoute> FRAMEWORK =
      List.of(
          new SiteRoute("GET", "/q/health"),
          new SiteRoute("GET", "/q/health/live"),
          new SiteRoute("GET", "/q/health/ready"),
          new SiteRoute("GET", "/q/health/started"),
          new SiteRoute("GET", "/q/metrics"),
          new SiteRoute("GET", "/backoffice/logout"),
          new SiteRoute("POST", "/backoffice/ended"));

  private static final Map<String, String> VALUES =
      Map.of("{language}", "en", "{first}", "en", "{slug}", "police");
  private static final String ID = "7f2c1b9e-0a53-4f0e-9d41-0c8f5a3f7a10";

  public static Set<SiteRoute> all() {
    Set<SiteRoute> found = new TreeSet<>(FRAMEWORK);
    for (JavaClass resource :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.uitweg")) {
      if (resource.isAnnotatedWith(Path.class)) {
        Class<?> type = resource.reflect();
        String root = slash(type.getAnnotation(Path.class).value());
        for (Method method : type.getDeclaredMethods()) {
          for (Annotation annotation : method.getAnnotations()) {
            HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (name != null) {
              Path more = method.getAnnotation(Path.class);
              String path = root + (more == null ? "" : slash(more.value()));
              found.add(new SiteRoute(name.value(), filled(path.isEmpty() ? "/" : path)));
            }
          }
        }
      }
    }
    return found;
  }

  private static String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled.replaceAll("\\{\\w+}", ID);
  }

  private static String slash(String path) {
    String clean = path.replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:.*?}", "{$1}");
    return clean.isEmpty() ? "" : "/" + clean;
  }

  @Override
  public int compareTo(SiteRoute other) {
    return toString().compareTo(other.toString());
  }
}

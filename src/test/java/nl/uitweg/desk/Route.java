package nl.uitweg.desk;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A route of the desk, from a line of {@code routes.txt}. {@link #declaredInCode} lists the routes
 * that the code declares.
 *
 * @param roles roles that may use the route
 * @param status pattern of the expected status for these roles; empty for 200, 409 or 422
 */
record Route(String method, String path, Set<String> roles, String status) {

  private static final java.nio.file.Path TABLE =
      java.nio.file.Path.of("src/test/resources/desk/routes.txt");

  static List<Route> table() {
    try (Stream<String> lines = Files.lines(TABLE)) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Route::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Route of(String line) {
    String[] parts = line.split(";", -1);
    String[] address = parts[0].strip().split(" ", 2);
    return new Route(
        address[0],
        address[1],
        Set.of(parts[1].strip().split(" +")),
        parts.length > 2 ? parts[2].strip() : "");
  }

  /** Method and path of every resource method below {@code /backoffice}, from the annotations. */
  static Set<String> declaredInCode() {
    Set<String> routes = new TreeSet<>();
    for (JavaClass resource :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.uitweg")) {
      if (resource.isAnnotatedWith(Path.class)
          && !resource.isAnnotatedWith("nl.uitweg.desk.route.SealedAccess")) {
        Class<?> type = resource.reflect();
        String root = normalise(type.getAnnotation(Path.class).value());
        for (Method method : type.getDeclaredMethods()) {
          for (String name : methods(method)) {
            Path subPath = method.getAnnotation(Path.class);
            routes.add(name + " " + root + (subPath == null ? "" : normalise(subPath.value())));
          }
        }
      }
    }
    routes.removeIf(route -> !route.substring(route.indexOf(' ') + 1).startsWith("/backoffice"));
    return routes;
  }

  private static List<String> methods(Method method) {
    List<String> names = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod name = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (name != null) {
        names.add(name.value());
      }
    }
    return names;
  }

  /**
   * One leading slash, no trailing slash, and path parameters without their regular expression;
   * empty for the root.
   */
  private static String normalise(String path) {
    String clean = path.replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:.*?}", "{$1}");
    return clean.isEmpty() ? "" : "/" + clean;
  }

  /** Whether the path contains the id of a report. */
  boolean concernsReport() {
    return path.contains("{id}");
  }

  boolean isGet() {
    return method.equals("GET");
  }

  /** The path with this report and with random ids for the other parameters. */
  String address(String report) {
    return path.replace("{id}", report).replaceAll("\\{\\w+}", UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

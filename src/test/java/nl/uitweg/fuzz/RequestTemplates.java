package nl.uitweg.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.fuzz.PageForms.Field;
import nl.uitweg.fuzz.PageForms.Form;
import nl.uitweg.testsupport.SiteRoute;

/** What is mutated: every route of the site, and the links and forms that a visitor can reach. */
final class RequestTemplates {

  private static final Path DESK_ROUTES = Path.of("src/test/resources/desk/routes.txt");
  private static final int MAX_PAGES = 90;
  private static final int MAX_LINKS_OF_A_KIND = 4;

  private final List<SiteRoute> routes = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();

  RequestTemplates() {
    SiteRoute.all().stream()
        .filter(route -> !route.path().startsWith("/backoffice"))
        .forEach(routes::add);
    routes.add(new SiteRoute("POST", "/backoffice/ended"));
    routes.add(new SiteRoute("GET", "/backoffice/changes"));
    routes.addAll(deskRoutes());
  }

  /** The routes in the table of the desk; logging out is left out, because it ends the login. */
  private static List<SiteRoute> deskRoutes() {
    try (Stream<String> lines = Files.lines(DESK_ROUTES)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(';')).strip().split(" ", 2))
          .map(
              route ->
                  new SiteRoute(
                      route[0],
                      route[1]
                          .replace("{id}", FuzzedRequest.REPORT)
                          .replaceAll("\\{\\w+}", UUID.randomUUID().toString())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pages() {
    return links.size();
  }

  int forms() {
    return forms.size();
  }

  List<SiteRoute> routes() {
    return routes;
  }

  /** Addresses of the pages of the desk that concern no object. */
  List<String> deskPages() {
    return routes.stream()
        .filter(route -> route.method().equals("GET"))
        .map(SiteRoute::path)
        .filter(path -> path.matches("/backoffice(/[a-z]+)*"))
        .toList();
  }

  /** Follows links from these addresses, and keeps the links and forms of the pages. */
  void explore(Visitor visitor, List<String> start) throws IOException {
    Deque<String> open = new ArrayDeque<>(start);
    Set<String> seen = new HashSet<>(start);
    for (int pages = 0; pages < MAX_PAGES && !open.isEmpty(); pages++) {
      String path = open.remove();
      Optional<String> html = visitor.page(path);
      if (html.isPresent()) {
        links.add(withPlaceholders(path, visitor));
        add(html.get(), path, visitor);
        for (String link : new PageForms(html.get()).links()) {
          if (isFollowed(link, visitor) && seen.add(link)) {
            open.add(link);
          }
        }
      }
    }
  }

  /** Keeps the forms of a page. */
  void add(String html, String path, Visitor visitor) throws IOException {
    for (Form form : new PageForms(html).forms(path)) {
      List<Field> fields = new ArrayList<>();
      for (Field field : form.fields()) {
        String value =
            field.name().equals("token") && !visitor.isAnonymous()
                ? FuzzedRequest.TOKEN
                : withPlaceholders(FuzzedRequest.utf8(field.value()), visitor);
        fields.add(new Field(field.name(), value));
      }
      if (kinds.add(kind(form.action()) + fields.stream().map(Field::name).toList())) {
        forms.add(new Form(withPlaceholders(form.action(), visitor), form.multipart(), fields));
      }
    }
  }

  private boolean isFollowed(String link, Visitor visitor) {
    boolean desk = link.startsWith("/backoffice");
    if (desk == visitor.isAnonymous() || link.contains("/logout")) {
      return false;
    }
    for (int i = 0; i < MAX_LINKS_OF_A_KIND; i++) {
      if (kinds.add("link " + i + kind(link))) {
        return true;
      }
    }
    return false;
  }

  private static String kind(String address) {
    return address
        .replaceAll("\\?.*", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("[A-Za-z0-9_-]{40,}", "*")
        .replaceAll("^/(?!backoffice)[A-Za-z-]{2,7}(?=/|$)", "/*");
  }

  private static String withPlaceholders(String text, Visitor visitor) {
    String report = visitor.values().getOrDefault(FuzzedRequest.REPORT, "none");
    return report.equals("none") ? text : text.replace(report, FuzzedRequest.REPORT);
  }

  /** Any request of a visitor with this role, mutated. */
  FuzzedRequest next(Random random, RequestMutator mutator, String role) {
    int choice = random.nextInt(10);
    if (choice < 4 || forms.isEmpty()) {
      SiteRoute route = routes.get(random.nextInt(routes.size()));
      if (route.method().equals("POST")) {
        Form form =
            forms.isEmpty() || random.nextInt(3) == 0
                ? new Form("", false, List.of(new Field("token", FuzzedRequest.TOKEN)))
                : forms.get(random.nextInt(forms.size()));
        return mutator.form(role, new Form(route.path(), form.multipart(), form.fields()));
      }
      return mutator.get(role, route.method(), route.path());
    }
    return choice < 6 && !links.isEmpty()
        ? mutator.get(role, "GET", links.get(random.nextInt(links.size())))
        : mutator.form(role, forms.get(random.nextInt(forms.size())));
  }
}

package nl.uitweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.seed.Seed;
import nl.uitweg.seed.SeedCommand;
import nl.uitweg.testsupport.Installation;

/**
 * Run by {@code bin/bench inbox} and {@code bin/bench search}: measures responses of the packaged
 * application over HTTP, as an officer's browser requests them, for a growing number of reports.
 * The application runs as a process with its own PostgreSQL and Keycloak.
 */
public final class DeskBenchmark {

  private static final long TYPING_MILLIS = 3_000;
  private static final int DEEP_PAGE_CLICKS = 100;
  private static final long DEEP_PAGE_LIMIT_NANOS = 60_000_000_000L;
  private static final int MAX_VIEWS = 10;

  /** Search queries by description. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "a word in many", "paspoort",
          "a word in a note", "wijkagent",
          "two words", "zeestraat kwekerij",
          "a phrase", "\"mensen in de schuur\"",
          "without accents", "drzwi lozka",
          "Arabic without vowel marks", "أخذ",
          "nothing found", "zeppelin");

  /** Query strings of inbox filters, rare and common, alone and combined, by description. */
  private static final Map<String, String> FILTERS =
      Map.of(
          "label", "view=all&label=hospitality",
          "label, consent and form", "view=all&label=hospitality&consent=share&form=organs",
          "consent", "view=all&consent=share",
          "state", "view=all&state=waiting-for-reporter",
          "urgency and form", "view=all&urgency=urgent&form=organs");

  private final Installation site;
  private final Path folder;
  private final Measurements measurements = new Measurements();
  private int reports;

  private DeskBenchmark(Installation site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  /**
   * @param arguments {@code inbox} or {@code search}, then numbers of reports, smallest first
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.startWithPackagedContent(folder)) {
      DeskBenchmark desk = new DeskBenchmark(site, folder);
      for (int i = 1; i < arguments.length; i++) {
        desk.growTo(Integer.parseInt(arguments[i].replaceAll("[_,]", "")));
        if (arguments[0].equals("inbox")) {
          desk.inbox();
        } else {
          desk.search();
        }
      }
      desk.measurements.finish(arguments[0]);
    } finally {
      deleteFolder(folder);
    }
    System.exit(0); // a thread of the browser would keep the process running
  }

  private void growTo(int target) throws Exception {
    int more = target - reports;
    long start = System.nanoTime();
    Seed.fill(
        SeedCommand.of(
            Integer.toString(more),
            "--to=" + site.jdbcUrl(),
            "--user=" + site.databaseSuperuser(),
            "--password=",
            "--keys=" + folder.resolve("keys"),
            "--months=" + SeedCommand.months(target),
            "--seed=" + target));
    reports = target;
    System.out.printf(
        "%,d reports (%,d created in %.0f s)%n", target, more, (System.nanoTime() - start) / 1e9);
  }

  private void inbox() throws Exception {
    DeskSession officer = DeskSession.logIn(site, "zilvervoort");
    String first = officer.get("/backoffice");
    if (reports == 1_000) {
      for (int i = 0; i < 200; i++) {
        // warm-up: otherwise only the baseline would be measured on a cold JVM
        officer.get("/backoffice");
        officer.get(caseFiles(first).get(i % caseFiles(first).size()));
      }
    }
    measure("inbox, first page", officer, List.of("/backoffice"));
    String deep = deepPage(officer, first);
    measure("inbox, page " + (DEEP_PAGE_CLICKS + 1) + " or the last", officer, List.of(deep));
    measure("case file", officer, caseFiles(first));
    measure("case file, from the deep page", officer, caseFiles(officer.get(deep)));
    for (var view : views(first).entrySet()) {
      measure("inbox: " + view.getKey(), officer, List.of(view.getValue()));
    }
    for (String name : FILTERS.keySet().stream().sorted().toList()) {
      measure("filter: " + name, officer, List.of("/backoffice?" + FILTERS.get(name)));
    }
  }

  private void measure(String subject, DeskSession officer, List<String> paths) throws Exception {
    if (!paths.isEmpty()) {
      measurements.add(
          subject, reports, Timing.of(number -> officer.get(paths.get(number % paths.size()))));
    }
  }

  /**
   * Address of a page far down the list. Follows the links to the next page as a person does, so it
   * does not depend on the format of addresses.
   */
  private static String deepPage(DeskSession officer, String first) throws Exception {
    String address = "/backoffice";
    Optional<String> next = DeskSession.next(first);
    long start = System.nanoTime();
    for (int i = 0;
        i < DEEP_PAGE_CLICKS
            && next.isPresent()
            && System.nanoTime() - start < DEEP_PAGE_LIMIT_NANOS;
        i++) {
      address = next.get();
      next = DeskSession.next(officer.get(address));
    }
    return address;
  }

  private static List<String> caseFiles(String page) {
    return DeskSession.links(page).stream()
        .map(DeskSession.Link::href)
        .filter(href -> href.matches("/backoffice/reports/[0-9a-f-]{36}(\\?.*)?"))
        .distinct()
        .toList();
  }

  /** The views and filters that the inbox itself offers as links. */
  private static Map<String, String> views(String page) {
    Map<String, String> views = new LinkedHashMap<>();
    for (DeskSession.Link link : DeskSession.links(page)) {
      boolean pageLink = DeskSession.next(page).filter(link.href()::equals).isPresent();
      if (link.href().startsWith("/backoffice?") && !pageLink && views.size() < MAX_VIEWS) {
        views.put(link.text().replaceAll("[\\d.,()+\\s]+", " ").strip(), link.href());
      }
    }
    return views;
  }

  private void search() throws Exception {
    DeskSession officer = DeskSession.logIn(site, "officer");
    String token = DeskSession.tokenIn(officer.get("/backoffice/search"));
    List<String> names = new ArrayList<>(QUERIES.keySet().stream().sorted().toList());
    if (reports == 1_000) {
      for (int i = 0; i < 60; i++) {
        submitSearch(officer, token, QUERIES.getOrDefault(names.get(i % names.size()), ""));
      }
    } else {
      // Since the search screen was opened, the application unwraps the keys of the added reports;
      // a person types for some seconds meanwhile.
      Thread.sleep(TYPING_MILLIS);
      double millis = Timing.once(number -> submitSearch(officer, token, "zeppelin"), 0) / 1e6;
      measurements.add(
          "first search, 3 s after the screen was opened", reports, new Timing(millis, millis, 1));
    }
    for (String name : names) {
      String text = QUERIES.getOrDefault(name, "");
      measurements.add(name, reports, Timing.of(number -> submitSearch(officer, token, text)));
    }
  }

  private static void submitSearch(DeskSession officer, String token, String text)
      throws Exception {
    officer.post("/backoffice/search", "token", token, "q", text);
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}

package nl.uitweg.screens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.page.PageStore;
import nl.uitweg.testsupport.BrotliFilter;

/**
 * Collects every public screen of a language: the stored pages, each step of the form, the
 * conversation, the figures, the first two questions and the outcome of the residence guide, the
 * search for organisations, and the error pages. Each language is collected once, without a
 * browser, and shared by all tests.
 */
final class Screens {

  /** A file that cannot be cleaned of metadata. */
  static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

  private static final int STORED_PAGE_QUALITY = 4;

  private static final Map<String, List<Screen>> COLLECTED = new ConcurrentHashMap<>();

  private final String language;
  private final List<Screen> screens = new ArrayList<>();

  private Screens(String language) {
    this.language = language;
  }

  /** Codes of all languages of the site, including the right-to-left pseudo-language. */
  static List<String> languages() {
    return Arc.container().instance(Languages.class).get().all().stream()
        .map(Language::code)
        .toList();
  }

  static List<Screen> in(String language) {
    return COLLECTED.computeIfAbsent(
        language, code -> withBrotli(() -> new Screens(code).collect()));
  }

  static List<Screen> all() {
    return languages().stream().flatMap(language -> in(language).stream()).toList();
  }

  /**
   * The pages that the sitemap lists in this language, every step of the form, the residence guide
   * and the search for organisations. Unlike {@link #in}, this works with a site in another
   * process, at {@code RestAssured.port}.
   */
  static List<Screen> ofPackagedSite(String language, String sitemap) {
    return withBrotli(() -> new Screens(language).collectPackaged(sitemap));
  }

  /** Collects screens as a browser gets them: in brotli. */
  private static List<Screen> withBrotli(Supplier<List<Screen>> collect) {
    List<Filter> before = List.copyOf(RestAssured.filters());
    RestAssured.filters(new BrotliFilter());
    try {
      return collect.get();
    } finally {
      RestAssured.replaceFiltersWith(before);
    }
  }

  private List<Screen> collectPackaged(String sitemap) {
    Pattern page = Pattern.compile("<loc>https?://[^/]+(/" + language + "(/[a-z/-]+)?)</loc>");
    page.matcher(sitemap).results().map(location -> location.group(1)).forEach(this::addPage);
    FormScreens.addTo(this, language);
    addAnswers();
    return List.copyOf(screens);
  }

  private List<Screen> collect() {
    addStoredPages();
    FormScreens.addTo(this, language);
    CodeScreens.addTo(this, language);
    addDynamicPages();
    addErrorPages();
    assertThat(screens).extracting(Screen::name).doesNotHaveDuplicates();
    return List.copyOf(screens);
  }

  /** Adds a screen after checking its status and content type. */
  void add(int status, String name, String slug, Response response) {
    assertThat(response.statusCode()).as(language + " " + name).isEqualTo(status);
    assertThat(response.contentType()).as(name).startsWith("text/html");
    screens.add(new Screen(name, language, "/" + language + "/" + slug, response));
  }

  private void addStoredPages() {
    PageStore store = Arc.container().instance(PageStore.class).get();
    for (String path : store.paths()) {
      if (path.matches("/" + language + "(/[a-z-]+)?")) {
        // The site compresses its stored pages in the background after start-up.
        store.find(path).orElseThrow().compress(STORED_PAGE_QUALITY);
        addPage(path);
      }
    }
  }

  private void addPage(String path) {
    String slug = path.substring(Math.min(path.length(), language.length() + 2));
    add(200, slug.isEmpty() ? "home" : slug, slug, given().get(path));
  }

  private void addDynamicPages() {
    add(200, "figures", "figures", given().get("/" + language + "/figures"));
    add(200, "residence", "residence", given().get("/" + language + "/residence"));
    addAnswers();
  }

  private void addAnswers() {
    String address = "/" + language + "/residence";
    Response second =
        given().formParam("at", "nationality").formParam("nationality", "other").post(address);
    add(200, "residence, second question", "residence", second);
    Response outcome =
        given()
            .formParam("nationality", "other")
            .formParam("age", "adult")
            .formParam("status", "no-papers")
            .formParam("go", "now")
            .post(address);
    add(200, "residence, outcome", "residence", outcome);
    Response sheet =
        given().formParam("nationality", "other").formParam("go", "sheet").post(address);
    add(200, "residence, sheet", "residence", sheet);
    Response results =
        given()
            .formParam("form", "labour")
            .formParam("minor", "yes")
            .post("/" + language + "/organisations/find");
    add(200, "organisations, found", "organisations/find", results);
    addSearch();
  }

  /** The words are digits, which are the same in every language. */
  private void addSearch() {
    String address = "/" + language + "/search";
    add(200, "search", "search", given().get(address));
    add(422, "search, empty", "search", given().formParam("words", " ").post(address));
    add(410, "search, expired", "search", given().get(address + "/expired"));
    add(200, "search, found", "search", search(address, "112"));
    add(200, "search, nothing found", "search", search(address, "0000000"));
  }

  private static Response search(String address, String words) {
    Response redirect = given().redirects().follow(false).formParam("words", words).post(address);
    return given().get(redirect.header("Location"));
  }

  private void addErrorPages() {
    String home = "/" + language;
    add(404, "error 404", "does-not-exist", given().get(home + "/does-not-exist"));
    add(405, "error 405", "police", given().post(home + "/police"));
    Response tooLong =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("what=" + "a".repeat(3_000_000))
            .post(home + "/report");
    add(413, "error 413", "report", tooLong);
    Response unsupportedType =
        given().contentType("application/json").body("{}").post(home + "/report");
    add(415, "error 415", "report", unsupportedType);
  }
}

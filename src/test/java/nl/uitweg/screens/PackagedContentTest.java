package nl.uitweg.screens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real content in the packaged application: every page and every step of the form in every
 * language. The other tests of screens use fictional content.
 */
@ProcessTest
class PackagedContentTest {

  private static final Map<String, List<Screen>> SCREENS = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static Installation site;

  @BeforeAll
  static void collectScreens() throws IOException {
    site =
        Installation.startWithPackagedContentOnly(
            folder,
            Map.of(
                "PORTAL_ABUSE_MINIMUM_FORM_AGE", "0S",
                "PORTAL_ABUSE_REPORTS", "1000",
                "PORTAL_ABUSE_ALL_REPORTS", "1000"));
    RestAssured.port = site.port();
    String sitemap = given().get("/sitemap.xml").asString();
    for (Language language : Languages.read(Path.of("i18n")).all()) {
      SCREENS.put(language.code(), Screens.ofPackagedSite(language.code(), sitemap));
    }
  }

  @AfterAll
  static void stop() {
    RestAssured.reset();
    site.close();
  }

  @Test
  void hasEveryPageInEveryLanguage() {
    List<String> dutch = SCREENS.getOrDefault("nl", List.of()).stream().map(Screen::name).toList();
    assertThat(dutch).contains("home", "help", "organisations", "form, sent");
    SCREENS.forEach(
        (language, screens) ->
            assertThat(screens).as(language).extracting(Screen::name).isEqualTo(dutch));
  }

  @Test
  void fillsInEveryMarkAndArgument() {
    for (Screen screen : all()) {
      String text =
          screen
              .html()
              .replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
              .replaceAll("(?s)<[^>]*>", " ");
      assertThat(text).as(screen.toString()).doesNotContain("{", "}");
    }
  }

  @Test
  void rendersValidHtml() throws Exception {
    HtmlValidator validator = new HtmlValidator("packaged");
    for (Screen screen : all()) {
      validator.add(screen.toString(), screen.html());
    }
    assertThat(validator.errors()).isEmpty();
  }

  @Test
  void fitsWithEverythingItLoadsInInitialCongestionWindow() throws IOException {
    List<ScreenWeight.Weighed> weighed = new ScreenWeight().heaviestFirst(all());
    Files.write(
        TestOutput.file("largest-screens.txt"),
        weighed.stream().map(ScreenWeight.Weighed::toString).toList());
    assertThat(weighed).allMatch(screen -> screen.bytes() <= ScreenWeight.LIMIT);
  }

  /** One left-to-right and one right-to-left language; screens that have all kinds of elements. */
  @Test
  void hasNoAxeViolation() {
    List<String> problems = new ArrayList<>();
    try (Window window = new Window(site.url(), true)) {
      int number = 0;
      for (String language : List.of("nl", "ar")) {
        for (Screen screen :
            ScreenSample.coveringAllElementKinds(SCREENS.getOrDefault(language, List.of()))) {
          Page page = window.show(screen);
          DisplayMode mode = DisplayMode.roundRobin(number++);
          mode.applyTo(page);
          window.axe(mode).forEach(problem -> problems.add(screen + ": " + problem));
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  /** The screens with the longest words of each language. */
  @Test
  void fitsSmallWindowAndToleratesTextSpacing() {
    List<String> problems = new ArrayList<>();
    try (Window window = new Window(site.url(), false)) {
      for (List<Screen> screens : SCREENS.values()) {
        for (Screen screen : ScreenSample.withLongestWords(screens)) {
          window.layoutProblems(screen).forEach(problem -> problems.add(screen + " " + problem));
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void showsEveryLanguageOnSmallScreenWithoutScrolling() {
    try (BrowserContext visitor = Browser.visitor(320, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.setViewportSize(320, 640);
      page.navigate(site.url() + "/nl");
      page.locator(".languages summary").click();
      Locator list = page.locator(".languages ul");
      assertThat(list.locator("a").count()).isEqualTo(SCREENS.size());
      assertThat(list.evaluate("list => list.scrollHeight - list.clientHeight")).isEqualTo(0);
      BoundingBox box = list.boundingBox();
      assertThat(box.y + box.height).isLessThanOrEqualTo(640);
    }
  }

  private static List<Screen> all() {
    return SCREENS.values().stream().flatMap(List::stream).toList();
  }
}

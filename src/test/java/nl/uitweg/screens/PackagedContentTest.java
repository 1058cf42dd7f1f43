package nl.uitweg.screens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.ProcessTest;
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

  /**
   * Initial congestion window of TCP, ten segments of 1460 bytes (RFC 6928): a first visit that
   * fits needs no second round trip.
   */
  private static final int INITIAL_CONGESTION_WINDOW_BYTES = 14_600;

  /** Brotli quality for a quick comparison of all screens. */
  private static final int COMPARISON_QUALITY = 5;

  /**
   * Assumed Brotli quality of a reverse proxy that compresses the pages rendered per request; the
   * site itself sends them uncompressed.
   */
  private static final int RENDERED_PAGE_QUALITY = 9;

  /** Brotli quality of stored pages by default; the site under test uses a lower one. */
  private static final int STORED_PAGE_QUALITY = 11;

  /** Number of largest screens per language that are measured again as they are sent. */
  private static final int CANDIDATES_PER_LANGUAGE = 5;

  private static final Comparator<ScreenSize> LARGEST_FIRST =
      Comparator.comparingInt(ScreenSize::bytes).reversed();

  private static final Pattern STYLE = Pattern.compile("/style-[0-9a-f]+\\.css");

  private static final Map<String, List<Screen>> SCREENS = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static Installation site;

  /** Size of each stylesheet as sent, in bytes, by its path. */
  private final Map<String, Integer> stylesheetSizes = new HashMap<>();

  /** Size of a screen with its stylesheet as sent with Brotli compression. */
  private record ScreenSize(Screen screen, int bytes) {
    @Override
    public String toString() {
      return String.format("%-8s %6d  %s", screen.language(), bytes, screen.name());
    }
  }

  @BeforeAll
  static void collectScreens() throws IOException {
    Brotli4jLoader.ensureAvailability();
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
  void fitsFirstVisitInInitialCongestionWindow() throws IOException {
    List<ScreenSize> largest = new ArrayList<>();
    for (List<Screen> screens : SCREENS.values()) {
      largest.add(
          screens.stream()
              .map(screen -> new ScreenSize(screen, size(screen, COMPARISON_QUALITY)))
              .sorted(LARGEST_FIRST)
              .limit(CANDIDATES_PER_LANGUAGE)
              .map(size -> new ScreenSize(size.screen(), sentSize(size.screen())))
              .min(LARGEST_FIRST)
              .orElseThrow());
    }
    largest.sort(LARGEST_FIRST);
    Files.write(
        Path.of("target/largest-screens.txt"), largest.stream().map(ScreenSize::toString).toList());
    assertThat(largest.get(0).bytes())
        .as("largest per language: %s", largest)
        .isLessThanOrEqualTo(INITIAL_CONGESTION_WINDOW_BYTES);
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

  /** Stored pages are sent at the default quality of the site, the steps of the form are not. */
  private int sentSize(Screen screen) {
    boolean stored = !screen.name().contains(",");
    return size(screen, stored ? STORED_PAGE_QUALITY : RENDERED_PAGE_QUALITY);
  }

  /** Size of the screen with its stylesheet. */
  private int size(Screen screen, int quality) {
    Matcher stylesheet = STYLE.matcher(screen.html());
    assertThat(stylesheet.find()).as(screen + " has a stylesheet").isTrue();
    return brotliSize(screen.html(), quality)
        + stylesheetSizes.computeIfAbsent(
            stylesheet.group(),
            path -> brotliSize(given().get(path).asString(), STORED_PAGE_QUALITY));
  }

  private static int brotliSize(String text, int quality) {
    try {
      return Encoder.compress(
              text.getBytes(StandardCharsets.UTF_8), new Encoder.Parameters().setQuality(quality))
          .length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

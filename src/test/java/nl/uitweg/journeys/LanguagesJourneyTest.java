package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.util.Objects;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole form on a phone, in languages with Latin, Arabic, Ethiopic and Chinese script. The
 * visitor makes mistakes and switches to another language halfway.
 */
@ServerTest
class LanguagesJourneyTest {

  private static final int PHONE_WIDTH_PIXELS = 360;

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /**
   * @param other language to which the visitor switches for a moment
   * @param zero the digit 0 of the language; the code is entered in the digits of the language
   * @param languageName the name of the language as the desk shows it
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | false | en | 0 | Zes mensen slapen achter de keuken | Nederlands",
        "pl | true | ar | 0 | Sześć osób śpi za kuchnią | Pools (Polski)",
        "ar | false | zh-Hans | ٠ | ستة أشخاص ينامون خلف المطبخ | Arabisch (العربية)",
        "zh-Hans | true | nl | 0 | 六个人睡在厨房后面 | Chinees (vereenvoudigd) (中文（简体）)"
      })
  void sendsReportAfterCorrectionsAndOpensItWithCode(
      String language,
      boolean javaScript,
      String other,
      char zero,
      String description,
      String languageName) {
    try (BrowserContext visitor = Browser.visitor(PHONE_WIDTH_PIXELS, javaScript, language)) {
      Page page = visitor.newPage();
      page.navigate(base() + "/" + language + "/report");
      page.locator("#safety-no").check();
      next(page);
      next(page); // which forms
      next(page); // which indicators
      page.locator("#place").fill("Haltestraat 1");
      next(page);
      assertOneError(page, language);
      assertThat(page.locator("#place")).hasValue("Haltestraat 1");

      page.locator("#municipality-zilvervoort").check();
      switchLanguage(page, other);
      assertThat(page.locator("#place")).hasValue("Haltestraat 1");
      assertThat(page.locator("#municipality-zilvervoort")).isChecked();
      switchLanguage(page, language);
      assertThat(page.locator("#municipality-zilvervoort")).isChecked();
      next(page);

      page.locator("#what").fill(description);
      for (int i = 0; i < 4; i++) {
        next(page);
      }
      assertThat(page.locator("dl.summary")).containsText(description);
      assertThat(page.locator("dl.summary")).containsText("Haltestraat 1");
      assertThat(page.locator("dl.summary")).containsText("Zilvervoort");
      Browser.press(page.locator("button[value=send]"));
      String code = PageReader.text(page.locator(".code")).replaceAll("\\s+", "");
      assertThat(code).matches("[0-9]{20}");
      assertFitsPhone(page);
      openWithCode(page, language, inDigitsOf(zero, code));
      assertThat(visitor.cookies()).isEmpty();
    }
    assertDeskShows(language, description, languageName);
  }

  /** Enters the code and checks that the conversation opens. */
  private void openWithCode(Page page, String language, String enteredCode) {
    page.navigate(base() + "/" + language + "/code");
    page.locator("#code").fill(enteredCode);
    Browser.press(page.locator("main form button").first());
    assertThat(page.locator("#message")).hasCount(1);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertFitsPhone(page);
  }

  /** Checks that the desk shows the questions in Dutch and the text as it was written. */
  private void assertDeskShows(String language, String description, String languageName) {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, false)) {
      Page officer = desk.newPage();
      Browser.press(Inbox.row(officer, base(), description).locator("a"));
      assertThat(officer.locator("main")).containsText("Wat er gebeurt");
      assertThat(officer.locator("main")).containsText("Haltestraat 1");
      assertThat(officer.locator("main")).containsText(languageName);
      Locator original =
          officer.locator(
              "main [lang='" + language + "']", new Page.LocatorOptions().setHasText(description));
      if (!language.equals("nl")) {
        assertThat(original.count()).as("marked as %s", language).isPositive();
      }
    }
  }

  private static void assertOneError(Page page, String language) {
    String error = text("error-prefix", language);
    String problem = text("error-heading", language);
    assertThat(page.title()).startsWith(error);
    assertThat(page.locator("main [role=alert] h2")).hasText(problem);
    assertThat(page.locator("main [role=alert] a")).hasCount(1);
    assertThat(PageReader.text(page.locator("p.error"))).startsWith(error);
    assertFitsPhone(page);
  }

  /** A text of the form, as a translator wrote it. */
  private static String text(String key, String language) {
    return Objects.requireNonNull(
            BundleFile.read(BundleFolder.of(Path.of("i18n"), "form"), new Language(language))
                .texts()
                .get(key))
        .text();
  }

  private static void assertFitsPhone(Page page) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("%s fits in %d px", page.title(), PHONE_WIDTH_PIXELS)
        .isEqualTo(true);
  }

  /** Switches the language in the form. */
  private static void switchLanguage(Page page, String language) {
    page.locator(".languages summary").click();
    Browser.press(page.locator(".languages button[lang='" + language + "']"));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default-button)"));
  }

  private static String inDigitsOf(char zero, String code) {
    return code.chars()
        .collect(
            StringBuilder::new,
            (digits, digit) -> digits.append((char) (zero + digit - '0')),
            StringBuilder::append)
        .toString();
  }
}

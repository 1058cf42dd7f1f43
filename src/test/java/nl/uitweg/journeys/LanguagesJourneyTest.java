package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole form on a telephone, in languages of each kind: Latin letters, from right to left,
 * Ethiopic, Chinese. With mistakes on the way, and a look at another language halfway.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class LanguagesJourneyTest {

  private static final int PHONE = 360;

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /** Zero is the digit with which the language writes 0; the code is typed in those. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | false | en | 0 | Fout: | Er is een probleem | Zes mensen slapen achter de keuken | Nederlands",
        "pl | true | uk | 0 | Błąd: | Jest problem | Sześć osób śpi za kuchnią | Pools (Polski)",
        "ar | false | fa | ٠ | خطأ: | توجد مشكلة | ستة أشخاص ينامون خلف المطبخ | Arabisch (العربية)",
        "fa | true | en | ۰ | خطا: | مشکلی هست | شش نفر پشت آشپزخانه هستند | Perzisch (فارسی)",
        "ti | false | ar | 0 | ጌጋ፦ | ሓደ ጸገም ኣሎ | ሽዱሽተ ሰባት ድሕሪ ክሽነ ይድቅሱ | Tigrinya (ትግርኛ)",
        "zh-Hans | true | nl | 0 | 错误： | 出现了问题 | 六个人睡在厨房后面 | Chinees (vereenvoudigd) (中文（简体）)"
      })
  void a_report_with_mistakes_arrives_and_the_code_opens_it(
      String language,
      boolean javaScript,
      String other,
      char zero,
      String error,
      String problem,
      String words,
      String named) {
    try (BrowserContext visitor = Browser.visitor(PHONE, javaScript, language)) {
      Page page = visitor.newPage();
      page.navigate(base() + "/" + language + "/report");
      next(page);
      assertMistake(page, error, problem);
      page.locator("#safety-no").check();
      next(page);
      next(page); // about whom
      next(page); // which forms
      next(page); // which indicators
      page.locator("#place").fill("Haltestraat 1");
      next(page);
      assertMistake(page, error, problem);
      assertThat(page.locator("#place")).hasValue("Haltestraat 1");

      page.locator("#municipality-zandvoort").check();
      speak(page, other);
      assertThat(page.locator("#place")).hasValue("Haltestraat 1");
      assertThat(page.locator("#municipality-zandvoort")).isChecked();
      speak(page, language);
      assertThat(page.locator("#municipality-zandvoort")).isChecked();
      next(page);

      page.locator("#what").fill(words);
      for (int i = 0; i < 6; i++) {
        next(page);
      }
      assertThat(page.locator("dl.summary")).containsText(words);
      assertThat(page.locator("dl.summary")).containsText("Haltestraat 1");
      assertThat(page.locator("dl.summary")).containsText("Zandvoort");
      Browser.press(page.locator("button[value=send]"));
      String code = PageReader.text(page.locator(".code")).replaceAll("\\s+", "");
      assertThat(code).matches("[0-9]{20}");
      assertFits(page);
      open(page, language, inDigitsOf(zero, code));
      assertThat(visitor.cookies()).isEmpty();
    }
    read(language, words, named);
  }

  /** The code, and nothing else, brings the reporter back. */
  private void open(Page page, String language, String typed) {
    page.navigate(base() + "/" + language + "/code");
    page.locator("#code").fill(typed);
    Browser.press(page.locator("main form button").first());
    assertThat(page.locator("#message")).hasCount(1);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertFits(page);
  }

  /** The desk has Dutch questions and answers, and the words as they were written. */
  private void read(String language, String words, String named) {
    try (BrowserContext desk = Browser.officer(base(), "zandvoort", 1280, false)) {
      Page officer = desk.newPage();
      Browser.press(Inbox.row(officer, base(), words).locator("a"));
      assertThat(officer.locator("main")).containsText("Wat gebeurt er");
      assertThat(officer.locator("main")).containsText("Haltestraat 1");
      assertThat(officer.locator("main")).containsText(named);
      Locator original =
          officer.locator(
              "main [lang='" + language + "']", new Page.LocatorOptions().setHasText(words));
      if (!language.equals("nl")) {
        assertThat(original.count()).as("said to be in %s", language).isPositive();
      }
    }
  }

  private static void assertMistake(Page page, String error, String problem) {
    assertThat(page.title()).startsWith(error);
    assertThat(page.locator("main [role=alert] h2")).hasText(problem);
    assertThat(page.locator("main [role=alert] a")).hasCount(1);
    assertThat(PageReader.text(page.locator("p.error"))).startsWith(error);
    assertFits(page);
  }

  private static void assertFits(Page page) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("%s fits in %d px", page.title(), PHONE)
        .isEqualTo(true);
  }

  /** Another language, chosen in the form. */
  private static void speak(Page page, String language) {
    page.locator(".languages summary").click();
    Browser.press(page.locator(".languages button[lang='" + language + "']"));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default)"));
  }

  private static String inDigitsOf(char zero, String code) {
    return code.chars()
        .collect(
            StringBuilder::new,
            (typed, digit) -> typed.append((char) (zero + digit - '0')),
            StringBuilder::append)
        .toString();
  }
}

package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.ExpiredForm;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The form when the visitor reloads the page, duplicates the tab, or leaves the page open until it
 * expires.
 */
@ServerTest
class BrowserButtonsTest {

  @TestHTTPResource("/")
  String root;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void returnsInputOfExpiredForm(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(360, javaScript, "nl-NL")) {
      Page page = openQuestionWhat(visitor, "zilvervoort");
      page.locator("#what").fill("Zes mensen in één kamer");
      String token = PageReader.value(page.locator("input[name=state]"));
      page.locator("input[name=state]")
          .evaluate("(field, old) => field.value = old", ExpiredForm.of(token));
      next(page);
      assertThat(page.locator("main")).containsText("Deze pagina stond te lang open");
      assertThat(page.locator("main")).containsText("Er is niets verstuurd");
      assertThat(page.locator("main")).containsText("Zes mensen in één kamer");
      Browser.press(page.getByText("Opnieuw beginnen"));
      assertThat(page.locator("h1")).hasText("Is er nu iemand in gevaar?");
    }
  }

  @Test
  void showsSameScreenAndCodeAfterReload() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = openQuestionWhat(visitor, "lindestede");
      page.reload();
      assertThat(page.locator("h1")).hasText("Wat gebeurt er?");
      page.locator("#what").fill("herladen");
      sendForm(page);
      String code = PageReader.text(page.locator(".code"));
      page.reload();
      assertThat(page.locator(".code")).hasText(code);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void storesDivergedDuplicateTabAsSeparateReport(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(360, javaScript, "nl-NL")) {
      Page original = openQuestionWhat(visitor, "lindestede");
      String token = PageReader.value(original.locator("input[name=state]"));
      Page duplicate = openQuestionWhat(visitor, "zilvervoort");
      duplicate
          .locator("input[name=state]")
          .evaluate("(field, copied) => field.value = copied", token);
      original.locator("#what").fill("in het eerste tabblad " + javaScript);
      duplicate.locator("#what").fill("in het tweede tabblad " + javaScript);
      next(original);
      next(duplicate);
      sendForm(duplicate);
      sendForm(original);
      assertThat(PageReader.text(original.locator(".code")))
          .hasSizeGreaterThan(20)
          .isNotEqualTo(PageReader.text(duplicate.locator(".code")));
    }
  }

  private Page openQuestionWhat(BrowserContext visitor, String municipality) {
    Page page = visitor.newPage();
    page.navigate(root + "nl/report");
    page.locator("#safety-no").check();
    for (int i = 0; i < 3; i++) {
      next(page);
    }
    page.locator("#municipality-" + municipality).check();
    next(page);
    return page;
  }

  private static void sendForm(Page page) {
    while (page.locator("button[value=send]").count() == 0) {
      next(page);
    }
    Browser.press(page.locator("button[value=send]"));
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]").last());
  }
}

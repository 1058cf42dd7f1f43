package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * What Back, a reload, a link and a print show while the form is open and after it was sent, in a
 * browser with JavaScript; see ADR 20. {@link BrowserButtonsTest} covers the same without.
 */
@ServerTest
class HistoryTest {

  private static final String EXIT_URL = "**/nl/exit";

  @TestHTTPResource("/")
  String root;

  @Test
  void backShowsPreviousQuestionAndLeavesOnFirstScreen() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      answer(page, "safety-no");
      next(page);
      String second = PageReader.text(page.locator("h1"));
      next(page);
      page.evaluate("history.back()");
      assertThat(page.locator("h1")).hasText(second);
      page.evaluate("history.back()");
      assertThat(page.locator("#safety-no")).isChecked();
      page.evaluate("history.back()");
      page.waitForURL("about:blank");
    }
  }

  @Test
  void asksBeforeLinkLeavesFormAndNotBeforeExit() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      answer(page, "safety-no");
      next(page);
      String question = PageReader.text(page.locator("h1"));
      Locator link = page.locator("footer a[href='/nl/safe-use']");
      link.click();
      assertThat(page.locator("dialog")).containsText("Je antwoorden zijn dan weg");
      page.locator("dialog button").first().click();
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator("h1")).hasText(question);
      link.click();
      page.locator("dialog .exit").click();
      page.waitForURL(EXIT_URL);
      page.goBack();
      assertThat(page.url()).isEqualTo("about:blank");
    }
  }

  @Test
  void leavesNothingOfFormBehindAfterLink() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      answer(page, "safety-no");
      page.locator("footer a[href='/nl/safe-use']").click();
      page.locator("dialog button[value=leave]").click();
      page.waitForURL("**/nl/safe-use");
      page.goBack();
      assertThat(page.url()).isEqualTo("about:blank");
    }
  }

  @Test
  void followsLinkWithoutQuestionBeforeFirstAnswer() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      page.locator("footer a[href='/nl/safe-use']").click();
      page.waitForURL("**/nl/safe-use");
    }
  }

  @Test
  void reloadShowsSameCodeAndBackDoesNot() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      String code = send(page, "reload and back");
      page.reload();
      assertThat(page.locator(".code")).hasText(code);
      page.reload();
      assertThat(page.locator(".code")).hasText(code);
      page.navigate("data:text/html,elsewhere");
      page.goBack();
      assertEmptyForm(page, code);
      page.reload();
      assertEmptyForm(page, code);
    }
  }

  @Test
  void backAfterExitDoesNotShowCode() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      String code = send(page, "back after exit");
      page.locator(".exit").click();
      page.waitForURL(EXIT_URL);
      page.goBack();
      assertEmptyForm(page, code);
      page.goBack();
      assertThat(page.url()).isEqualTo("about:blank");
    }
  }

  @Test
  void savingCodeKeepsReloadOfCode() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      String code = send(page, "save, then reload");
      page.waitForDownload(() -> page.locator("[data-download]").click());
      page.reload();
      assertThat(page.locator(".code")).hasText(code);
    }
  }

  @Test
  void showsSameCodeInAnotherLanguage() {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      String code = send(page, "another language");
      page.locator(".languages summary").click();
      Browser.press(page.locator(".languages button[lang=en]"));
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      assertThat(page.locator(".code")).hasText(code);
      page.reload();
      assertThat(page.locator(".code")).hasText(code);
    }
  }

  @Test
  void printsOnlyDigits() throws IOException {
    try (BrowserContext visitor = visitor()) {
      Page page = openForm(visitor);
      String code = send(page, "print");
      try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
        assertThat(new PDFTextStripper().getText(pdf).strip().replaceAll("\\s+", " "))
            .isEqualTo(code.strip().replaceAll("\\s+", " "));
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      }
    }
  }

  private Page openForm(BrowserContext visitor) {
    Page page = visitor.newPage();
    page.navigate("about:blank");
    page.navigate(root + "nl/report");
    return page;
  }

  /** Fills in the shortest form and sends it; returns the code as shown. */
  private static String send(Page page, String description) {
    while (page.locator("button[value=send]").count() == 0) {
      for (String answer : new String[] {"safety-no", "municipality-lindestede"}) {
        if (page.locator("#" + answer).count() > 0) {
          answer(page, answer);
        }
      }
      if (page.locator("#what").count() > 0) {
        page.locator("#what").fill(description);
      }
      next(page);
    }
    Browser.press(page.locator("button[value=send]"));
    return PageReader.text(page.locator(".code"));
  }

  private static void answer(Page page, String option) {
    page.locator("#" + option).check();
  }

  private static void assertEmptyForm(Page page, String code) {
    assertThat(page.locator("#safety-no")).not().isChecked();
    assertThat(page.content()).doesNotContain(code.strip().substring(0, 4));
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default-button)"));
  }

  private static BrowserContext visitor() {
    BrowserContext visitor = Browser.visitor(360, true, "nl-NL");
    visitor.route(
        EXIT_URL,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("else")));
    return visitor;
  }
}

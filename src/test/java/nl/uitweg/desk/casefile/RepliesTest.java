package nl.uitweg.desk.casefile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages between officer and reporter: the phrase book, and conflicts between two officers. */
@ServerTest
class RepliesTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void translatesPhrasesBetweenOfficerAndReporter(int width, boolean script) {
    String description = "phrase book " + width;
    String code = send(description);
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", width, script);
        BrowserContext visitor = Browser.visitor(width, script, "en-GB")) {
      Page officer = desk.newPage();
      Browser.press(Inbox.row(officer, base(), description).locator("a"));
      officer.locator(".phrases summary").click();
      officer.locator("#phrase-child-involved").check();
      officer.locator("#phrase-danger-now").check();
      officer.locator("#message").fill("Bedankt, dit helpt ons.");
      officer.locator("#language").selectOption("nl");
      if (script) {
        assertThat(Axe.violations(officer)).isEmpty();
      }
      press(officer, "Verstuur aan de melder");
      assertThat(officer.locator("article").first()).containsText("jonger is dan 18");

      Page reporter = visitor.newPage();
      reporter.navigate(base() + "/en/code");
      reporter.locator("#code").fill(code);
      press(reporter, "View");
      assertThat(reporter.locator("main"))
          .containsText("Is anyone involved who is younger than 18?");
      assertThat(reporter.locator("main")).not().containsText("jonger is dan 18");
      assertThat(reporter.locator(".user-text[lang=nl]")).hasText("Bedankt, dit helpt ons.");
      assertThat(reporter.locator("article a[href='tel:112']")).hasCount(1);
      if (script) {
        assertThat(Axe.violations(reporter)).isEmpty();
      }
      Locator child =
          reporter.getByRole(
              AriaRole.GROUP,
              new Page.GetByRoleOptions().setName("Is anyone involved who is younger than 18?"));
      child.getByLabel("Yes").check();
      press(reporter, "Send message");
      assertThat(reporter.locator("article.from-reporter"))
          .containsText("Is anyone involved who is younger than 18?");
      assertThat(reporter.locator("article.from-reporter")).containsText("Yes");
      assertThat(reporter.locator("fieldset:has(input[type=radio])")).hasCount(1);
      assertThat(visitor.cookies()).isEmpty();

      Browser.press(Inbox.row(officer, base(), description).locator("a"));
      Locator answered = officer.locator("article dl[lang=nl]");
      assertThat(answered.locator("dt")).containsText("jonger is dan 18");
      assertThat(answered.locator("dd")).hasText("Ja");
    }
  }

  @Test
  void refusesEmptyMessageAndUnknownPhrase() {
    send("no phrase");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String address = address(desk, "no phrase");
      APIResponse empty = desk.post(address, address + "/messages", "message", " ");
      assertThat(empty.status()).isEqualTo(422);
      assertThat(empty.text()).contains("Kies een standaardvraag");
      APIResponse unknown =
          desk.post(
              address, address + "/messages", "phrase", "forged", "message", "typed with care");
      assertThat(unknown.status()).isEqualTo(422);
      assertThat(unknown.text()).contains("bestaat niet meer").contains("typed with care");
    }
  }

  @Test
  void showsColleaguesChangeAndKeepsTypedText() {
    send("two officers");
    try (BrowserContext first = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext second = Browser.officer(base(), "officer", 1280, true)) {
      Page firstPage = first.newPage();
      Page secondPage = second.newPage();
      Browser.press(Inbox.row(firstPage, base(), "two officers").locator("a"));
      Browser.press(Inbox.row(secondPage, base(), "two officers").locator("a"));
      firstPage.locator("#note").fill("called the landlord");
      press(firstPage, "Bewaar notitie");
      press(firstPage, "Ik neem dit aan");

      secondPage.locator("#message").fill("Thank you for writing");
      secondPage.locator(".phrases summary").click();
      secondPage.locator("#phrase-thanks").check();
      press(secondPage, "Verstuur aan de melder");
      assertThat(secondPage.locator(".utrecht-alert--error"))
          .containsText("gewijzigd terwijl jij bezig was");
      assertThat(secondPage.locator(".utrecht-alert--error"))
          .containsText("zilvervoort: Notitie toegevoegd");
      assertThat(secondPage.locator(".utrecht-alert--error")).containsText("In behandeling");
      assertThat(secondPage.locator("main")).containsText("called the landlord");
      assertThat(secondPage.locator("#message")).hasValue("Thank you for writing");
      assertThat(secondPage.locator("#phrase-thanks")).isChecked();
      press(secondPage, "Verstuur aan de melder");
      assertThat(secondPage.locator("section[aria-labelledby=conversation] article"))
          .containsText("Thank you for writing");
    }
  }

  private String address(DeskClient desk, String description) {
    Page page = desk.context().newPage();
    return Inbox.address(page, base(), description);
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }

  private static String send(String description) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", description, "unknown");
    return FormClient.code(form.press("send"));
  }
}

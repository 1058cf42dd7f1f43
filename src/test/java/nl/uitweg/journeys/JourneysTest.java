package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main tasks of visitors and officers, in a real browser. */
@ServerTest
class JourneysTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "360,true", "1280,false", "1280,true"})
  void reachesTelephoneNumberInTwoClicks(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/");
      assertThat(page.url()).endsWith("/en");
      Browser.press(
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I need help")));
      Locator call = page.locator("a[href='tel:08000102']").first();
      assertThat(call).isVisible();
      assertThat(call).containsText("0800-0102");
      assertThat(noHorizontalScroll(page)).isTrue();
      assertThat(visitor.cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"360,false", "360,true", "1280,false", "1280,true"})
  void showsEnglishReportInDutchToOneMunicipalityOnly(int width, boolean javaScript) {
    String description = "Six people sleep behind the kitchen (" + width + javaScript + ")";
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en");
      Browser.press(
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I want to report")));
      page.getByLabel("No, not right now").check();
      choose(page, "Someone in my neighbourhood");
      choose(page, "Forced or exploited at work");
      choose(page, "Passport or ID card missing, or kept by someone else");
      page.getByLabel("Street, business").fill("Haltestraat 1");
      choose(page, "Zilvervoort");
      page.locator("#what").fill(description);
      choose(page, "It has been going on for a while");
      next(page);
      choose(page, "I saw it");
      next(page);
      assertThat(page.locator("h1")).hasText("Check your answers");
      Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")));
      assertThat(page.locator("h1")).containsText("Your report has arrived");
      assertThat(PageReader.text(page.locator(".code"))).matches("\\s*(\\d{4}\\s+){5}");
      assertThat(visitor.cookies()).isEmpty();
    }
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", width, javaScript)) {
      Page page = officer.newPage();
      Locator row = Inbox.row(page, base(), description);
      assertThat(row).containsText("Werken onder dwang");
      assertThat(row).containsText("Zilvervoort");
      Browser.press(row.locator("a"));
      String caseFileText = PageReader.text(page.locator("main"));
      assertThat(caseFileText)
          .contains("Het eigen paspoort of de ID-kaart niet zelf hebben")
          .contains("Nee, ik blijf onbekend")
          .contains("Haltestraat 1")
          .contains(description);
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ik neem dit aan")));
      assertThat(page.locator(".tags")).containsText("In behandeling");
      page.locator("#note").fill("Gebeld met de wijkagent");
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bewaar notitie")));
      assertThat(page.locator("article").first()).containsText("Gebeld met de wijkagent");
      assertThat(page.locator(".timeline").first()).containsText("Voor het eerst gelezen door jou");
      String caseFileUrl = page.url();
      try (BrowserContext otherOfficer = Browser.officer(base(), "lindestede", width, javaScript)) {
        Page otherPage = otherOfficer.newPage();
        otherPage.navigate(base() + "/backoffice");
        assertThat(otherPage.locator("main")).not().containsText(description);
        assertThat(otherPage.navigate(caseFileUrl).status()).isEqualTo(404);
      }
    }
  }

  private static void choose(Page page, String label) {
    page.getByLabel(label).first().check();
    next(page);
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]:not(.default-button)"));
  }

  private static boolean noHorizontalScroll(Page page) {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }
}

package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.time.LocalDate;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * The life of one report: sent in Polish, followed by a question from the phrase book and an answer
 * in Polish, referred to the care coordinator, closed, and counted in the half-year report.
 */
@ServerTest
class DeskJourneyTest {

  private static final String TEXT = "Mężczyzna zabrał jej paszport i zamyka drzwi";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void followsPolishReportFromSubmissionToStatistics() throws IOException {
    for (String municipality : new String[] {"lindestede", "ankerdaal", "zilvervoort"}) {
      for (int i = 0; i < 6; i++) {
        send("nl", municipality, "one of six " + i, "unknown");
      }
    }
    String code = send("pl", "zilvervoort", TEXT, "unknown");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext visitor = Browser.visitor(360, true, "pl-PL")) {
      Page officer = desk.newPage();
      Locator row = Inbox.row(officer, base(), TEXT).locator("a");
      String href = row.getAttribute("href");
      String report = href.substring(0, href.indexOf('?'));
      Browser.press(row);
      assertThat(officer.locator("main")).containsText("Pools (Polski)");
      assertThat(officer.locator("[lang=pl]", withText(TEXT)).count()).isPositive();
      officer.locator(".phrases summary").click();
      officer.locator("#phrase-child-involved").check();
      press(officer, "Verstuur aan de melder");

      answerInPolish(visitor.newPage(), code);

      officer.navigate(base() + report);
      Locator answered = officer.locator("article dl[lang=nl]");
      assertThat(answered.locator("dt")).containsText("jonger is dan 18");
      assertThat(answered.locator("dd")).hasText("Ja");
      assertThat(officer.locator("article [lang=pl]").last()).containsText("ona ma 16");

      refer(report);
      officer.navigate(base() + report);
      assertThat(officer.locator("main")).containsText("Opvang gevonden");
      officer.getByLabel("Hoe loopt het af?").selectOption("help");
      press(officer, "Sluit de melding af");
      assertThat(officer.locator("main")).containsText("Afgesloten");
      assertThat(officer.locator("#timeline, section[aria-labelledby=timeline]").first())
          .containsText("Voor het eerst gelezen door jou");
      assertThat(officer.locator("#timeline, section[aria-labelledby=timeline]").first())
          .containsText("Bericht aan de melder");
      assertThat(officer.locator("#timeline, section[aria-labelledby=timeline]").first())
          .containsText("Overgedragen");
    }
    assertHalfYearReportIsComplete();
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void answerInPolish(Page reporter, String code) {
    reporter.navigate(base() + "/pl/code");
    reporter.locator("#code").fill(code);
    Browser.press(reporter.locator("main form button").first());
    assertThat(reporter.locator("html").getAttribute("lang")).isEqualTo("pl");
    Locator question = reporter.locator("main fieldset:has(input[value=yes])").first();
    assertThat(question).containsText("18");
    assertThat(question).not().containsText("jonger");
    question.locator("input[value=yes]").check();
    reporter.locator("#message").fill("Tak, ona ma 16 lat");
    Browser.press(reporter.locator("form:has(#message) button.utrecht-button--primary-action"));
    assertThat(reporter.locator("article.from-reporter").first()).containsText("ona ma 16");
  }

  /** Refers the report to the care coordinator, who records the outcome. */
  private void refer(String report) {
    String form = report + "/referral";
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      APIResponse sent =
          desk.post(
              form,
              form,
              "draft",
              "one",
              "recipient",
              "care",
              "purpose",
              "help",
              "basis",
              "stated",
              "stated",
              "toestemming van het slachtoffer",
              "field",
              "what",
              "text-what",
              TEXT,
              "step",
              "send");
      assertThat(sent.text()).contains("OV-");
    }
    try (BrowserContext context = Browser.officer(base(), "care", 1280, true)) {
      Page care = context.newPage();
      care.navigate(base() + "/backoffice/referrals");
      Browser.press(care.locator("td a").first());
      assertThat(care.locator("main")).containsText(TEXT);
      assertThat(care.locator("main")).containsText("Pools (Polski)");
      care.locator("[name=text]").fill("Opvang gevonden");
      Browser.press(care.locator("button[value=outcome]"));
      assertThat(care.locator("main")).containsText("Opvang gevonden");
    }
  }

  private void assertHalfYearReportIsComplete() throws IOException {
    LocalDate today = LocalDate.now(DutchTime.ZONE);
    String half = today.getYear() + "-" + (today.getMonthValue() <= 6 ? 1 : 2);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      byte[] pdf =
          desk.get("/backoffice/statistics/report.pdf?of=zilvervoort&from=" + half + "&to=" + half)
              .body();
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document))
            .contains("Meldingen van mensenhandel: Zilvervoort")
            .containsPattern("Totaal\\s+\\d+")
            .contains("driehoek");
      }
    }
  }

  private static String send(
      String language, String municipality, String description, String contact) {
    FormClient form = new FormClient(language);
    form.fillIn(municipality, description, contact);
    String code = FormClient.code(form.press("send"));
    assertThat(code).hasSize(20);
    return code;
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }
}

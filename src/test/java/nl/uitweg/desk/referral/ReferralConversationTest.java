package nl.uitweg.desk.referral;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Messages of the conversation and translations of the officer go along with a referral. */
@ServerTest
class ReferralConversationTest {

  private static final String TRANSLATION_MARK = "Vertaling van de behandelaar, niet beëdigd";
  private static final String QUESTION = "jonger is dan 18";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /** A Polish report with a message of an officer and an answer of the reporter. */
  private record Conversation(String report, List<String> messages) {}

  private Conversation conversation(String text, DeskClient desk) {
    List<String> before = SuperuserDatabase.values("select id::text from report");
    FormClient form = new FormClient("pl");
    form.fillIn("zilvervoort", text, "unknown");
    String code = FormClient.code(form.press("send"));
    List<String> after = new ArrayList<>(SuperuserDatabase.values("select id::text from report"));
    after.removeAll(before);
    String report = "/backoffice/reports/" + after.get(0);
    desk.post(
        report,
        report + "/messages",
        "phrase",
        "child-involved",
        "message",
        "Dank je wel",
        "language",
        "nl");
    String opened = given().formParam("code", code).post("/pl/code").asString();
    String answer = ReferralForms.group(opened, "name=\"([^\"]*child-involved[^\"]*)\"");
    given()
        .formParam("token", DeskClient.tokenIn(opened))
        .formParam("go", "send")
        .formParam(answer, "yes")
        .formParam("message", "Jej brat Marek wie")
        .post("/pl/code");
    return new Conversation(
        report,
        SuperuserDatabase.values(
            "select id::text from message where report_id::text = ? order by position",
            after.get(0)));
  }

  @Test
  void sharesOnlyTickedMessagesWithTranslationBesideOriginal() throws IOException {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient care = new DeskClient(base(), "care")) {
      Conversation conversation = conversation("Ona nie może wyjść z domu", desk);
      String report = conversation.report();
      String answered = conversation.messages().get(1);
      assertThat(desk.get(report + "/referral").text())
          .as("a message that no officer has seen")
          .doesNotContain("message-" + answered);
      desk.get(report);
      String form = desk.get(report + "/referral").text();
      assertThat(form)
          .contains("id=\"message-" + answered + "\"")
          .contains("Bericht van de melder, ")
          .contains("Jej brat Marek wie")
          .contains(QUESTION)
          .contains("kan staan wie de melder is")
          .doesNotContainPattern("name=\"message\"[^>]*checked");

      String[] fields = fields("preview", answered);
      String preview = desk.post(report + "/referral", report + "/referral", fields).text();
      assertThat(preview)
          .contains("Controleer de overdracht")
          .contains("Jej brat wie")
          .contains("Haar broer weet het")
          .contains("Zij kan het huis niet uit")
          .contains(TRANSLATION_MARK)
          .contains(QUESTION)
          .doesNotContain("Dank je wel");
      assertThat(
              desk.post(report + "/referral", report + "/referral", fields("change", answered))
                  .text())
          .as("the input is kept")
          .contains("Haar broer weet het")
          .containsPattern("id=\"message-" + answered + "\"[^>]*checked");
      APIResponse sent =
          desk.post(report + "/referral", report + "/referral", fields("send", answered));
      assertThat(sent.text()).contains("OV-").contains("Haar broer weet het");

      String received =
          ReferralForms.first(care.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      assertThat(care.get(received).text())
          .contains("Jej brat wie")
          .contains("Haar broer weet het")
          .contains("Zij kan het huis niet uit")
          .contains("De gemeente heeft deze tekst aangepast")
          .doesNotContain("Marek")
          .doesNotContain("Dank je wel");

      String own = sent.url().substring(base().length());
      assertThat(desk.post(own, own + "/json").text())
          .contains("\"from\":\"reporter\"")
          .contains("\"officerTranslation\":\"Haar broer weet het\"")
          .contains("\"officerTranslation\":\"Zij kan het huis niet uit\"");
      String page = desk.post(own, own + "/file").text();
      String passphrase = ReferralForms.group(page, "<code>([^<]+)</code>");
      String file = ReferralForms.group(page, "name=\"file\" value=\"([^\"]+)\"");
      byte[] pdf = desk.post(own, own + "/pdf", "file", file).body();
      try (PDDocument document = Loader.loadPDF(pdf, passphrase)) {
        assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
            .contains("Gedeelde berichten")
            .contains("Bericht van de melder, ")
            .contains("Antwoord: Ja")
            .contains("Jej brat wie")
            .contains(TRANSLATION_MARK + " Haar broer weet het")
            .contains(TRANSLATION_MARK + " Zij kan het huis niet uit");
      }
    }
  }

  @Test
  void refusesMessageOfAnotherReportAndTooLongTranslation() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Conversation other = conversation("Inna osoba", desk);
      Conversation conversation = conversation("Ta osoba", desk);
      desk.get(other.report());
      desk.get(conversation.report());
      String form = conversation.report() + "/referral";
      APIResponse refused = desk.post(form, form, fields("send", other.messages().get(1)));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("Een gekozen bericht kan niet mee");

      String[] tooLong =
          ReferralForms.replace(
              fields("send", conversation.messages().get(1)),
              "message-translation-" + conversation.messages().get(1),
              "a".repeat(20_001));
      assertThat(desk.post(form, form, tooLong).text()).contains("Een vertaling is te lang");
      assertThat(desk.get(conversation.report()).text()).contains("nog niet overgedragen");
    }
  }

  @Test
  void asksForNoTranslationOfDutchAndPassesAxe() {
    List<String> problems = new ArrayList<>();
    String dutch = ReferralForms.sendReport(base(), "In het Nederlands", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(dutch + "/referral").text()).doesNotContain("name=\"translation-");
      Conversation conversation = conversation("Po polsku", desk);
      desk.get(conversation.report());
      for (int width : new int[] {360, 1280}) {
        try (BrowserContext officer = Browser.officer(base(), "zilvervoort", width, true)) {
          Page page = officer.newPage();
          page.navigate(base() + conversation.report() + "/referral");
          assertThat(page.locator("textarea[name^=translation-]").count()).isPositive();
          problems.addAll(Axe.violations(page));
          page.locator("#message-" + conversation.messages().get(1)).check();
          page.locator("#recipient").selectOption("police");
          page.locator("#purpose").selectOption("investigate");
          page.locator("#basis").selectOption("stated");
          page.locator("#stated").fill("Wet X, artikel 1");
          Browser.press(page.locator("button[value=preview]"));
          assertThat(page.locator("h1")).hasText("Controleer de overdracht");
          problems.addAll(Axe.violations(page));
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  private static String[] fields(String step, String message) {
    String[] fields = ReferralForms.fields("care", step, "what", "Ona nie może wyjść z domu");
    List<String> all = new ArrayList<>(Arrays.asList(fields));
    all.addAll(
        List.of(
            "translation-what",
            "Zij kan het huis niet uit",
            "message",
            message,
            "message-text-" + message,
            "Jej brat wie",
            "message-translation-" + message,
            "Haar broer weet het"));
    return all.toArray(new String[0]);
  }
}

package nl.uitweg.site.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.region.ReadingDeadline;
import nl.uitweg.region.WorkingDays;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversation between officer and reporter, from both sides. */
@ServerTest
class ConversationTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  @Inject ReadingDeadline deadline;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void exchangesMessagesBetweenOfficerAndReporter(int width, boolean javaScript) {
    String text = "conversation " + width;
    String code = send(text);
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", width, javaScript);
        BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page officer = desk.newPage();
      open(officer, text);
      officer.locator("#message").fill("Which floor is it?");
      press(officer, "Verstuur aan de melder");
      assertThat(officer.locator(".tags")).containsText("Wacht op antwoord");
      assertThat(officer.locator("article").first())
          .containsText("nog niet gelezen door de melder");

      Page reporter = visitor.newPage();
      reporter.navigate(base() + "/en/code");
      reporter.locator("#code").fill(code.replaceAll("(.{4})", "$1 "));
      press(reporter, "View");
      String shown = PageReader.text(reporter.locator("main"));
      assertThat(shown)
          .contains("Which floor is it?")
          .contains("waiting for an answer")
          .contains("You can answer below")
          .contains("1 new message from the municipality")
          .doesNotContain(text);
      assertThat(
              reporter.getByRole(
                  AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("New The municipality")))
          .containsText("Which floor is it?");
      if (javaScript) {
        assertThat(Axe.violations(reporter)).isEmpty();
      }
      reporter.locator("#message").fill("The third, on the left");
      chooseLanguage(reporter, "Nederlands");
      assertThat(reporter.locator("html")).hasAttribute("lang", "nl");
      assertThat(reporter.locator("#message")).hasValue("The third, on the left");
      assertThat(reporter.locator("article mark")).hasText("Nieuw");
      chooseLanguage(reporter, "English");
      assertThat(reporter.locator("#message")).hasValue("The third, on the left");
      press(reporter, "Send message");
      assertThat(reporter.locator("main")).containsText("Your message was sent");
      assertThat(reporter.locator("main")).not().containsText("new message");
      assertThat(reporter.locator("article mark")).hasCount(0);
      assertThat(reporter.locator("main")).containsText("not read yet");
      assertThat(reporter.locator("main")).containsText("working on your report");
      assertThat(visitor.cookies()).isEmpty();

      Locator row = Inbox.row(officer, base(), text);
      assertThat(row).containsText("Nieuw antwoord");
      Browser.press(row.locator("a"));
      String file = PageReader.text(officer.locator("main"));
      assertThat(file).contains("The third, on the left").contains("gelezen door de melder");
      assertThat(Inbox.row(officer, base(), text)).not().containsText("Nieuw antwoord");

      press(reporter, "Delete messages that have been read");
      assertThat(reporter.locator("main")).containsText("disappear here and at the municipality");
      press(reporter, "Delete messages that have been read");
      assertThat(reporter.locator("main")).not().containsText("Which floor");
      open(officer, text);
      assertThat(officer.locator("main")).containsText(text);
      assertThat(officer.locator("main")).not().containsText("The third, on the left");
    }
  }

  @Test
  void saysThatAnAnswerIsAwaitedWhenAnOfficerAsksAboutNewReport() {
    SentReport report = SentReport.send("zilvervoort", "asked at once", "unknown");
    ask(report, "message", "Which floor is it?", "wait", "yes");
    assertThat(conversation(report))
        .contains("Which floor is it?")
        .contains("waiting for an answer")
        .doesNotContain("The municipality has not started on it");
  }

  @Test
  void saysThatReporterCanAnswerAfterAnAnswerWasTakenBack() {
    SentReport report = SentReport.send("zilvervoort", "answered too fast", "unknown");
    ask(report, "phrase", "still-going-on", "wait", "yes");
    Response open = given().formParam("code", report.code()).post("/en/code");
    Response answered =
        given()
            .formParam("token", token(open))
            .formParam("go", "send")
            .formParam("answer.still-going-on", "yes")
            .post("/en/code");
    assertThat(answered.asString())
        .contains("Your message was sent")
        .doesNotContain("You can answer below");
    Matcher takeBack =
        Pattern.compile("value=\"(take-back\\.[0-9a-f-]{36})\"").matcher(answered.asString());
    assertThat(takeBack.find()).isTrue();
    assertThat(act(answered, takeBack.group(1)).asString())
        .contains("Your message was taken back")
        .contains("name=\"answer.still-going-on\"")
        .contains("You can answer below");
  }

  private void ask(SentReport report, String... fields) {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      assertThat(desk.post(path, path + "/messages", fields).status()).isEqualTo(200);
    }
  }

  @Test
  void saysOnWhichDayTheReportShouldBeRead() {
    SentReport report = SentReport.send("zilvervoort", "read in time", "unknown");
    LocalDate today = DutchTime.today(Clock.systemUTC());
    LocalDate lastDay = WorkingDays.after(today, deadline.workingDays(Optional.of("zilvervoort")));
    assertThat(conversation(report))
        .contains("aims to read your report by " + Dates.dayWithWeekday(lastDay, Language.ENGLISH));
    String move = "update report set received_on = received_on + ? where id::text = ?";
    SuperuserDatabase.change(move, -60, report.id());
    try {
      assertThat(conversation(report))
          .contains("aimed to read your report by")
          .contains("If you need help now, do not wait for that");
    } finally {
      SuperuserDatabase.change(move, 60, report.id());
    }
  }

  @Test
  void rejectsEmptyAndTooLongMessages() {
    Response open = given().formParam("code", send("messages")).post("/en/code");
    Response emptyMessage = say(open, "   ");
    assertThat(emptyMessage.statusCode()).isEqualTo(400);
    assertThat(emptyMessage.asString()).contains("up to 10,000 characters");
    Response tooLong = say(open, "word ".repeat(3_000));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.asString()).contains("word word");
  }

  @Test
  void returnsInputWhenTokenIsInvalid() {
    Response response =
        given()
            .formParam("token", "forged")
            .formParam("go", "send")
            .formParam("message", "my words")
            .post("/en/code");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("my words").contains("Nothing was sent");
  }

  @Test
  void boundsEchoedTextOfInvalidRequest() {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("token=forged&go=send&message=" + "\"".repeat(200_000))
            .post("/en/code");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("&quot;").hasSizeLessThan(150_000);
  }

  @Test
  void reportsAlteredMessageAndShowsOthers() throws SQLException {
    String code = send("altered message");
    Response open = given().formParam("code", code).post("/en/code");
    say(open, "first message");
    say(open, "second message");
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      int changed =
          statement.executeUpdate(
              "update message set sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256)"
                  + " where position = 1 and report_id = (select m.report_id from message m"
                  + " join report s on s.id = m.report_id order by m.ctid desc limit 1)");
      assertThat(changed).isEqualTo(1);
    }
    String text = given().formParam("code", code).post("/en/code").asString();
    assertThat(text)
        .contains("This message cannot be opened")
        .contains("second message")
        .doesNotContain("first message");
  }

  private static String send(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    return FormClient.code(form.press("send"));
  }

  private void open(Page officer, String text) {
    Browser.press(Inbox.row(officer, base(), text).locator("a"));
    if (officer.getByText("Ik neem dit aan").count() > 0) {
      press(officer, "Ik neem dit aan");
    }
  }

  private static String conversation(SentReport report) {
    return given().formParam("code", report.code()).post("/en/code").asString();
  }

  private static void chooseLanguage(Page page, String endonym) {
    page.locator(".languages summary").click();
    press(page, endonym);
  }

  private static void press(Page page, String button) {
    Browser.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
  }

  private static Response act(Response page, String button) {
    return given().formParam("token", token(page)).formParam("go", button).post("/en/code");
  }

  private static Response say(Response page, String text) {
    return given()
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParam("token", token(page))
        .formParam("go", "send")
        .formParam("message", text)
        .post("/en/code");
  }

  private static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}

package nl.uitweg.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A reporter takes back a message that no officer has read. When an officer opens the report at the
 * same moment, either the officer reads the message or the reporter takes it back.
 */
@ServerTest
class TakeBackTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern TAKE_BACK = Pattern.compile("value=\"(take-back\\.[0-9a-f-]{36})\"");
  private static final String SECRET = "the name of the owner";
  private static final String MARK = "heeft hier een bericht teruggenomen";

  @TestHTTPResource("/")
  String root;

  private DeskClient desk;

  @BeforeEach
  void openDesk() {
    desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort");
  }

  @AfterEach
  void closeDesk() {
    desk.close();
    SuperuserDatabase.change("delete from report");
  }

  @Test
  void takesBackMessageWithItsFiles() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "kept when a message goes");
    Response sent =
        given()
            .multiPart("token", token(report.conversation()))
            .multiPart("message", SECRET)
            .multiPart("files", "owner.txt", SECRET.getBytes(StandardCharsets.UTF_8), "text/plain")
            .post("/en/code");
    assertThat(sent.asString()).contains(SECRET).contains("1 file attached");
    assertThat(report.files()).hasSize(2);
    Response takenBack = takeBack(sent.asString());
    assertThat(takenBack.asString())
        .contains("Your message was taken back")
        .contains("half a new message")
        .doesNotContain(SECRET);
    assertThat(report.files()).as("the photo of the report itself stays").hasSize(1);
    assertThat(
            SuperuserDatabase.values(
                "select what from wrapped_key where report_id = ? and what like 'attachment/%'"
                    + " and substr(what, 12)::uuid not in (select id from attachment)",
                report.id()))
        .isEmpty();
    assertThat(SuperuserDatabase.count("message")).isZero();
    assertThat(desk.get(report.path()).text())
        .contains(MARK)
        .contains(report.text())
        .doesNotContain(SECRET)
        .doesNotContain("owner.txt");
    assertThat(takeBack(sent.asString()).asString()).contains("or it was already gone");
  }

  @Test
  void refusesToTakeBackMessageThatAnOfficerHasRead() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "read before it is taken back");
    report.sendMessage(SECRET);
    String page = report.conversation();
    assertThat(desk.get(report.path()).text()).contains(SECRET);
    assertThat(takeBack(page).asString())
        .contains("the municipality has already read it")
        .contains(SECRET)
        .doesNotContain("was taken back");
    assertThat(report.conversation()).doesNotContain("take-back.");
    assertThat(desk.get(report.path()).text()).contains(SECRET).doesNotContain(MARK);
  }

  @Test
  void tellsReporterThatAnOfficerWasFirst() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "read at the same moment");
    report.sendMessage(SECRET);
    String page = report.conversation();
    try (Connection officer =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = officer.createStatement()) {
      officer.setAutoCommit(false);
      statement.execute("update message set read = true where report_id = '" + report.id() + "'");
      CompletableFuture<Response> response = CompletableFuture.supplyAsync(() -> takeBack(page));
      SuperuserDatabase.awaitLock();
      officer.commit();
      assertThat(response.join().asString())
          .contains("the municipality has already read it")
          .contains(SECRET);
    }
  }

  @Test
  void showsOfficerNothingOfMessageThatWasTakenBackFirst() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "taken back at the same moment");
    report.sendMessage(SECRET);
    String path = report.path();
    assertThat(desk.get("/backoffice").status()).as("indexes the message").isEqualTo(200);
    try (PublicLogin reporter = PublicLogin.withCodeOf(report)) {
      String id =
          SuperuserDatabase.values("select id from message where report_id = ?", report.id())
              .get(0);
      assertThat(reporter.inOpenTransaction("select portal_take_back_message('" + id + "')"))
          .isEqualTo("t");
      CompletableFuture<Void> committed =
          CompletableFuture.runAsync(
              () -> {
                SuperuserDatabase.awaitLock();
                try {
                  reporter.commit();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      String shown = desk.get(path).text();
      committed.join();
      assertThat(shown).contains(MARK).doesNotContain(SECRET);
    }
    assertThat(report.conversation()).doesNotContain(SECRET);
  }

  @Test
  void takesBackOnlyOwnUnreadMessagesOfOwnReport() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "with an answer of the officer");
    ReportWithPhoto other = ReportWithPhoto.send("zilvervoort", "of another reporter");
    other.sendMessage(SECRET);
    desk.post(report.path(), report.path() + "/messages", "message", "A question");
    for (String id : SuperuserDatabase.values("select id from message")) {
      try (PublicLogin reporter = PublicLogin.withCodeOf(report)) {
        assertThat(reporter.inOpenTransaction("select portal_take_back_message('" + id + "')"))
            .isEqualTo("f");
        reporter.commit();
      }
    }
    assertThat(SuperuserDatabase.count("message")).isEqualTo(2);
    assertThat(SuperuserDatabase.count("taken_back_message")).isZero();
  }

  @Test
  void waitsAgainWhenTheAnswerIsTakenBack() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "asked for a street");
    desk.post(
        report.path(), report.path() + "/messages", "message", "Which street?", "wait", "yes");
    assertThat(state(report)).isEqualTo("WAITING_FOR_REPORTER");
    report.sendMessage("an answer");
    report.sendMessage("a second answer");
    assertThat(state(report)).isEqualTo("IN_PROGRESS");
    takeBack(report.conversation());
    assertThat(state(report)).as("the second answer remains").isEqualTo("IN_PROGRESS");
    takeBack(report.conversation());
    assertThat(state(report)).isEqualTo("WAITING_FOR_REPORTER");
  }

  @Test
  void staysInProgressWhenAnotherMessageIsTakenBack() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "asked and answered");
    desk.post(
        report.path(), report.path() + "/messages", "message", "Which street?", "wait", "yes");
    report.sendMessage("an answer");
    assertThat(desk.get(report.path()).text()).contains("an answer");
    report.sendMessage("a later message");
    takeBack(report.conversation());
    assertThat(state(report)).isEqualTo("IN_PROGRESS");
  }

  private static String state(ReportWithPhoto report) {
    return SuperuserDatabase.values("select state from report where id = ?", report.id()).get(0);
  }

  /** Presses the button of the first message on the page that can be taken back. */
  private static Response takeBack(String page) {
    return given()
        .formParam("token", token(page))
        .formParam("go", first(TAKE_BACK, page))
        .formParam("message", "half a new message")
        .post("/en/code");
  }

  private static String token(String page) {
    return first(TOKEN, page);
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  /** Adding a file to somebody else's message fails, because the database compares the report. */
  @Test
  void refusesFileOfMessageOfAnotherReport() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "adds a file");
    ReportWithPhoto other = ReportWithPhoto.send("zilvervoort", "has a message");
    other.sendMessage(SECRET);
    List<String> message =
        SuperuserDatabase.values("select id from message where report_id = ?", other.id());
    try (PublicLogin reporter = PublicLogin.withCodeOf(report)) {
      assertThatThrownBy(
              () ->
                  reporter.insert(
                      "insert into attachment (id, report_id, message_id, position, sealed, voucher)"
                          + " values (gen_random_uuid(), ?, ?::uuid, 9, 'x', 'x')",
                      report.id(),
                      message.get(0)))
          .hasMessageContaining("row-level security");
    }
  }
}

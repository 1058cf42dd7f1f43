package nl.uitweg.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the maximum number and size of what belongs to one report. The application explains the
 * limits to reporters and officers; the database enforces them against an attacker with the public
 * login.
 */
@ServerTest
class ReportLimitsTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "200; 131072; 25; 20; succeeded",
        "201; 1; 1; 0; 42501",
        "0; 1; 1; 0; 23514",
        "1; 131073; 1; 0; 23514",
        "1; 1; 26; 0; 23514",
        "1; 1; 0; 0; 23514",
        "1; 1; 1; 21; 23514",
      })
  void databaseLimitsMessagesAndFilesOfPublicLogin(
      int message, int messageBytes, int file, int chunk, String result) throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "limited by the database", "unknown");
    UUID id = UUID.randomUUID();
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('portal.lookup', '%s', true)"
              .formatted(
                  SuperuserDatabase.values(
                          "select encode(lookup_id, 'hex') from receipt where report_id::text = ?",
                          report.id())
                      .get(0)));
      assertThat(
              sqlState(
                  statement,
                  "insert into message (id, report_id, position, from_officer, read, sealed)"
                      + " values ('%s', '%s', %d, false, false, convert_to(repeat('x', %d), 'utf8'))"
                          .formatted(id, report.id(), message, messageBytes),
                  "insert into attachment (id, report_id, position, sealed, voucher)"
                      + " values ('%s', '%s', %d, '', '')".formatted(id, report.id(), file),
                  "insert into attachment_chunk (attachment_id, position, content)"
                      + " values ('%s', %d, '')".formatted(id, chunk)))
          .isEqualTo(result);
      connection.rollback();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "conversation; 100; succeeded",
        "conversation; 101; 23514",
        "conversation; null; succeeded",
        "conversation; 1; 23505",
        "attachment/6c3ea2c1-54fb-4bdb-8cc9-0ac9d4c8f5ab; 1; 42501",
      })
  void databaseLimitsKeysOfPublicLogin(String keyName, String position, String result)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('portal.report', gen_random_uuid()::text, true)");
      assertThat(
              sqlState(
                  statement,
                  "insert into report (id, forms, state, urgency, received_on, sealed, version)"
                      + " values (portal_report(), '{}', 'NEW', 'NORMAL', current_date, 'x', 0)",
                  "insert into wrapped_key values (portal_report(), 'conversation', 'a', 'x', 1)",
                  "insert into wrapped_key values (portal_report(), '%s', 'b', 'x', %s)"
                      .formatted(keyName, position)))
          .isEqualTo(result);
      connection.rollback();
    }
  }

  @Test
  void rejectsMessageInFullConversationAndKeepsText() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "much to talk about", "unknown");
    String token = token(open(report).asString());
    assertThat(sendMessage(token, "the last that fits").statusCode()).isEqualTo(200);
    setMessagePositions(report, 200);
    Response refused = sendMessage(token, "one too many");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString())
        .contains("so many messages that no more can be added")
        .contains("one too many");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      assertThat(desk.post(path, path + "/messages", "message", "A last answer").status())
          .as("the officer can still answer")
          .isEqualTo(200);
      setMessagePositions(report, 300);
      APIResponse last = desk.post(path, path + "/messages", "message", "One more answer");
      assertThat(last.status()).isEqualTo(409);
      assertThat(last.text()).contains("al zoveel berichten").contains("One more answer");
    }
  }

  @Test
  void rejectsTooManyFilesWhenFormIsSentAgain() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "the same form with other files", "unknown");
    assertThat(FormClient.code(form.sendWithFile("1.txt", "the first"))).hasSize(20);
    String report =
        SuperuserDatabase.values("select report_id::text from attachment order by report_id")
            .get(0);
    SuperuserDatabase.change(
        "update attachment set position = 25 where report_id = ?", UUID.fromString(report));
    Response refused = form.sendWithFile("2.txt", "one too many");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("so many files that no more can be added")
        .contains("the same form with other files");
    assertThat(
            SuperuserDatabase.values(
                "select id::text from attachment where report_id::text = ?", report))
        .hasSize(1);
  }

  /** SQLSTATE of the first of the statements that fails, or "succeeded". */
  private static String sqlState(Statement statement, String... inserts) {
    for (String insert : inserts) {
      try {
        statement.execute(insert);
      } catch (SQLException e) {
        return e.getSQLState();
      }
    }
    return "succeeded";
  }

  /** Renumbers the messages of a report so that the last one has this position. */
  private static void setMessagePositions(SentReport report, int last) throws SQLException {
    SuperuserDatabase.change(
        "update message m set position = ? - (select count(*) from message later"
            + " where later.report_id = m.report_id and later.position > m.position)"
            + " where report_id = ?",
        last,
        UUID.fromString(report.id()));
  }

  private static Response open(SentReport report) {
    return given().formParam("code", report.code()).post("/en/code");
  }

  private static Response sendMessage(String token, String text) {
    return given()
        .formParam("token", token)
        .formParam("go", "send")
        .formParam("message", text)
        .post("/en/code");
  }

  private static String token(String page) {
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}

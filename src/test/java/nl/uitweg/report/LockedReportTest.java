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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/**
 * Tests that a report whose row is locked by another transaction does not block officers and
 * reporters, and that what they typed can be sent again.
 */
@ServerTest
class LockedReportTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /** An attacker with the public login who knows the code of a report can lock its row. */
  @Test
  void noteForLockedReportCanBeSentAgain() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "locked by somebody else", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        Connection other =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = other.createStatement()) {
      String token = desk.token(report.path());
      other.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      APIResponse busy =
          desk.postWith(token, report.path() + "/notes", "note", "Typed while it was locked");
      assertThat(busy.status()).isEqualTo(503);
      assertThat(busy.text())
          .contains("<html lang=\"nl\"", "Nog niet bewaard", "Typed while it was locked");
      other.rollback();
      APIResponse again =
          desk.postWith(
              DeskClient.tokenIn(busy.text()),
              report.path() + "/notes",
              "note",
              "Typed while it was locked");
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text()).contains("Typed while it was locked");
    }
  }

  @Test
  void messageForLockedReportCanBeSentAgain() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "locked by an officer", "unknown");
    String token = token(open(report).asString());
    try (Connection other =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      Response busy = sendMessage(token, "typed while it was locked");
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.asString()).contains("<html lang=\"en\"", "typed while it was locked");
      other.rollback();
      Response again = sendMessage(token, "typed while it was locked");
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.asString()).contains("typed while it was locked");
    }
  }

  @Test
  void withdrawalOfLockedReportCanBeSentAgain() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "locked while it is withdrawn", "unknown");
    String token = token(open(report).asString());
    try (Connection other =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      Response busy = withdraw(token);
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.asString())
          .contains("<html lang=\"en\"", "Not sent yet", "name=\"go\" value=\"withdraw\"");
      other.rollback();
      assertThat(withdraw(token(busy.asString())).statusCode()).isEqualTo(200);
      assertThat(
              SuperuserDatabase.values("select state from report where id::text = ?", report.id()))
          .containsExactly("WITHDRAWN");
      assertThat(withdraw(token).statusCode()).as("pressed twice").isEqualTo(200);
    }
  }

  @Test
  void inboxIndexesOtherReportsWhileOneIsLocked() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "locked before it was indexed", "unknown");
    SentReport other = SentReport.send("zilvervoort", "sent after the locked one", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select from report where id = '" + report.id() + "' for update");
      assertThat(desk.get("/backoffice").status()).isEqualTo(200);
      assertThat(
              SuperuserDatabase.values(
                  "select report_id::text from report_to_index where report_id::text = ?",
                  other.id()))
          .as("the other report was indexed")
          .isEmpty();
      connection.rollback();
    }
  }

  private static Response open(SentReport report) {
    return given().formParam("code", report.code()).post("/en/code");
  }

  private static Response withdraw(String token) {
    return given().formParam("token", token).formParam("go", "withdraw").post("/en/code");
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

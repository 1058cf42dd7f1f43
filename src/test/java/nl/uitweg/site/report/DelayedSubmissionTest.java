package nl.uitweg.site.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Scanner;
import java.util.zip.GZIPInputStream;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.Test;

/** Broken connections and repeated submissions while a report waits in the gate. */
@ServerTest
class DelayedSubmissionTest {

  @TestHTTPResource("/")
  URI site;

  @Inject MeterRegistry meters;

  @Test
  void submitsReportAfterVisitorDisconnects() throws Exception {
    long before = reports();
    RawConnection connection = sendDelayed(filledInForm("hangs up"));
    assertThat(waitingCount()).isEqualTo(1);
    connection.reset();
    TestTimeout.await().until(() -> waitingCount() == 0);
    assertThat(reports()).as("the delay is not over").isEqualTo(before);
    TestTimeout.await().until(() -> reports() == before + 1);
  }

  @Test
  void replacesWaitingRequestWhenVisitorSendsAgain() throws Exception {
    long before = reports();
    String token = filledInForm("presses again");
    try (RawConnection first = sendDelayed(token);
        Scanner second = sendDelayedInGzip(token)) {
      assertThat(second.findWithinHorizon("Keep this page open", 0)).isNotNull();
      assertThat(waitingCount()).as("the second part is not there yet").isEqualTo(1);
      assertThat(first.readUntil("</html>"))
          .contains("Not sent yet")
          .contains("name=\"state\"")
          .doesNotContain("class=\"code\"");
      assertThat(second.findWithinHorizon("class=\"code\"", 0)).isNotNull();
      assertThat(second.findWithinHorizon("</html>", 0)).isNotNull();
    }
    assertThat(reports()).isEqualTo(before + 1);
    assertThat(waitingCount()).isZero();
  }

  @Test
  void changesLanguageWithoutLosingOrDoublingReport() throws Exception {
    long before = reports();
    String token = filledInForm("changes the language");
    try (RawConnection first = sendDelayed(token);
        RawConnection second = post("nl", token, "go=stay&waiting=yes&website=yes")) {
      assertThat(second.readUntil("Laat deze pagina open"))
          .contains("<title>Versturen")
          .contains("Je melding wordt verstuurd");
      assertThat(waitingCount()).isEqualTo(1);
      assertThat(first.readUntil("</html>")).doesNotContain("class=\"code\"");
      assertThat(second.readUntil("</html>")).contains("class=\"code\"");
    }
    assertThat(reports()).isEqualTo(before + 1);
    assertThat(waitingCount()).isZero();
  }

  private String filledInForm(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    return form.sealedState();
  }

  /** Sends the form with the honeypot field filled in, so that it is always delayed. */
  private RawConnection sendDelayed(String token) throws IOException {
    RawConnection connection = post("en", token, "go=send&website=x");
    assertThat(connection.readUntil("Keep this page open")).contains("Keep this page open");
    return connection;
  }

  /** As a browser that accepts compressed pages. */
  private Scanner sendDelayedInGzip(String token) throws Exception {
    String fields = "state=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve("/en/report"))
            .header("Accept-Encoding", "br, gzip")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields + "&go=send&website=x"))
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
    return new Scanner(new GZIPInputStream(response.body()), StandardCharsets.UTF_8);
  }

  private RawConnection post(String language, String token, String fields) throws IOException {
    String body = "state=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&" + fields;
    return new RawConnection("127.0.0.1", site.getPort())
        .send(
            "POST /"
                + language
                + "/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + body.length()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                + body);
  }

  private double waitingCount() {
    return meters.get("uitweg.reports.waiting").gauge().value();
  }

  private static long reports() throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from report")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

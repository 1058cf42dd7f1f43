package nl.uitweg.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** An officer opens a report for the first time while a colleague changes it. */
@ServerTest
class ConcurrentReadingTest {

  @TestHTTPResource("/")
  URI root;

  @Test
  void showsReportThatColleagueChangesMeanwhile() throws Exception {
    SentReport report = SentReport.send("zilvervoort", "Opened by two", "unknown");
    String base = root.toString().substring(0, root.toString().length() - 1);
    try (DeskClient desk = new DeskClient(base, "zilvervoort");
        Connection colleague =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = colleague.createStatement()) {
      desk.get(report.path());
      SuperuserDatabase.change("update handling set first_read_at = null");
      colleague.setAutoCommit(false);
      statement.execute("update handling set assigned_to = 'someone', version = version + 1");
      CompletableFuture<HttpResponse<String>> page = open(desk, base, report);
      SuperuserDatabase.awaitLock();
      colleague.commit();
      assertThat(page.join().statusCode()).isEqualTo(200);
      assertThat(page.join().body()).contains("Opened by two");
      assertThat(SuperuserDatabase.values("select first_read_at from handling"))
          .doesNotContainNull();
    } finally {
      SuperuserDatabase.change("delete from report");
    }
  }

  @Test
  void keepsTheTimeOfTheFirstReading() {
    SentReport report = SentReport.send("zilvervoort", "Opened twice", "unknown");
    String base = root.toString().substring(0, root.toString().length() - 1);
    try (DeskClient desk = new DeskClient(base, "zilvervoort")) {
      desk.get(report.path());
      SuperuserDatabase.change("update handling set first_read_at = '2020-01-02 12:00Z'");
      assertThat(desk.get(report.path()).status()).isEqualTo(200);
      assertThat(SuperuserDatabase.values("select first_read_at::date from handling"))
          .containsOnly("2020-01-02");
    } finally {
      SuperuserDatabase.change("delete from report");
    }
  }

  private static CompletableFuture<HttpResponse<String>> open(
      DeskClient desk, String base, SentReport report) {
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(base + report.path()))
                .header("Cookie", desk.cookies())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

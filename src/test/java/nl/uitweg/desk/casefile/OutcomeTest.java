package nl.uitweg.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** The outcome of a report is chosen when it is closed and cleared when it is reopened. */
@ServerTest
class OutcomeTest {

  private static final String SHOWN = "<dd>Gesloten<br>Hulp of opvang geregeld</dd>";

  @TestHTTPResource("/")
  String root;

  @Test
  void showsOutcomeOfClosedReportUntilReopened() {
    String path = SentReport.send("zilvervoort", "closed with an outcome", "unknown").path();
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      assertThat(desk.get(path).text()).contains("Kies een uitkomst").doesNotContain(SHOWN);
      assertThat(desk.post(path, path + "/state", "to", "closed", "outcome", "help").text())
          .contains(SHOWN);
      assertThat(desk.post(path, path + "/state", "to", "reopened", "outcome", "help").text())
          .doesNotContain(SHOWN)
          .contains("<dd>Heropend</dd>");
      assertThat(desk.post(path, path + "/state", "to", "closed", "outcome", "nonsense").text())
          .contains("<dd>Gesloten</dd>");
    }
  }
}

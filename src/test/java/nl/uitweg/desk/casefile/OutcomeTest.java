package nl.uitweg.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a report is chosen when it is closed and cleared when it is reopened. */
@ServerTest
class OutcomeTest {

  private static final String CLOSED = "<span class=\"tag state\">Afgesloten</span>";
  private static final String OUTCOME = "<span class=\"tag\">Hulp of opvang geregeld</span>";

  @TestHTTPResource("/")
  String root;

  @Test
  void showsOutcomeOfClosedReportUntilReopened() {
    String path = SentReport.send("zilvervoort", "closed with an outcome", "unknown").path();
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      assertThat(desk.get(path).text()).contains("Kies een uitkomst").doesNotContain(OUTCOME);
      assertThat(desk.post(path, path + "/state", "to", "closed", "outcome", "help").text())
          .contains(CLOSED, OUTCOME);
      assertThat(desk.post(path, path + "/state", "to", "reopened", "outcome", "help").text())
          .contains("<span class=\"tag state\">Heropend</span>")
          .doesNotContain(OUTCOME);
    }
  }

  @Test
  void closesWithAnOutcomeOnly() {
    String path = SentReport.send("zilvervoort", "closed without outcome", "unknown").path();
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      for (String outcome : List.of("", "nonsense")) {
        APIResponse refused = desk.post(path, path + "/state", "to", "closed", "outcome", outcome);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Kies eerst hoe het afloopt").doesNotContain(CLOSED);
      }
    }
  }

  @Test
  void sendsAMessageWithTheClosing() {
    String path = SentReport.send("zilvervoort", "closed with a message", "unknown").path();
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      assertThat(
              desk.post(
                      path, path + "/state", "to", "closed", "outcome", "help", "phrase", "closing")
                  .text())
          .contains(CLOSED, "nog niet gelezen door de melder", "Bericht aan de melder, door jou");
    }
  }

  /** A report is referred by a referral, and waits for its reporter by a question. */
  @ParameterizedTest
  @ValueSource(strings = {"referred", "waiting-for-reporter"})
  void stateCannotContradictWhatWasDone(String state) {
    String path = SentReport.send("zilvervoort", "not yet " + state, "unknown").path();
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      desk.post(path, path + "/take");
      APIResponse refused = desk.post(path, path + "/state", "to", state);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("<span class=\"tag state\">In behandeling</span>");
    }
  }
}

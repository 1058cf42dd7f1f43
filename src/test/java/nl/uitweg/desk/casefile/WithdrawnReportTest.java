package nl.uitweg.desk.casefile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Clock;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** A report that its reporter withdrew: an officer judges danger, and closes or reopens it. */
@ServerTest
class WithdrawnReportTest {

  private static final String NOTICE = "De melder heeft deze melding ingetrokken";

  @TestHTTPResource("/")
  String root;

  @Test
  void purgesClosedReportTheNextDay() {
    SentReport report = withdrawnReport("withdrawn, nobody is in danger");
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      String toJudge = "/backoffice?view=withdrawn";
      assertThat(desk.get(toJudge).text()).contains("withdrawn, nobody is in danger");
      assertThat(desk.get(report.path()).text()).contains(NOTICE, "Ingetrokken door de melder");
      desk.post(report.path(), report.path() + "/state", "to", "closed");
      String tomorrow = Dates.day(DutchTime.today(Clock.systemUTC()).plusDays(1), Language.DUTCH);
      assertThat(desk.get(report.path()).text()).contains(tomorrow).doesNotContain(NOTICE);
      assertThat(desk.get(toJudge).text()).doesNotContain("withdrawn, nobody is in danger");
    }
  }

  @Test
  void tellsReporterThatAnOfficerReopenedIt() {
    SentReport report = withdrawnReport("withdrawn, but a child is in danger");
    assertThat(given().formParam("code", report.code()).post("/en/code").asString())
        .contains("only open your report to see whether someone is in danger");
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      desk.post(report.path(), report.path() + "/state", "to", "reopened");
      desk.post(report.path(), report.path() + "/state", "to", "closed", "outcome", "other");
      String tomorrow = Dates.day(DutchTime.today(Clock.systemUTC()).plusDays(1), Language.DUTCH);
      assertThat(desk.get(report.path()).text())
          .as("kept for the retention period, like any other report")
          .doesNotContain(tomorrow);
    }
  }

  private static SentReport withdrawnReport(String description) {
    SentReport report = SentReport.send("zilvervoort", description, "unknown");
    String conversation = given().formParam("code", report.code()).post("/en/code").asString();
    given()
        .formParam("token", DeskClient.tokenIn(conversation))
        .formParam("go", "withdraw")
        .post("/en/code");
    return report;
  }
}

package nl.uitweg.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Clock;
import java.time.LocalDate;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** An officer keeps a closed report longer than the retention period. */
@ServerTest
class PostponeTest {

  private static final int RETENTION_DAYS = 365;
  private static final int HALF_YEAR = 183;

  @TestHTTPResource("/")
  String root;

  @Test
  void countsFromTheDayOfPurgeAndShowsTheNewDayAtOnce() {
    SentReport report = SentReport.send("zilvervoort", "kept for the court", "unknown");
    LocalDate today = DutchTime.today(Clock.systemUTC());
    SuperuserDatabase.change(
        "update report set state = 'CLOSED', closed_on = ? where id::text = ?",
        java.sql.Date.valueOf(today.minusDays(10)),
        report.id());
    LocalDate due = today.minusDays(10).plusDays(RETENTION_DAYS);
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      String path = report.path();
      assertThat(desk.get(path).text()).contains("gewist op " + day(due));
      assertThat(desk.post(path, path + "/postpone", "reason", "court").text())
          .contains("gewist op " + day(due.plusDays(HALF_YEAR)));
      SuperuserDatabase.change(
          "update report set closed_on = ?, keep_until = null where id::text = ?",
          java.sql.Date.valueOf(today.minusDays(RETENTION_DAYS + 5L)),
          report.id());
      assertThat(desk.post(path, path + "/postpone", "reason", "care").text())
          .as("the purge is late")
          .contains("gewist op " + day(today.plusDays(HALF_YEAR)));
    }
  }

  private static String day(LocalDate date) {
    return Dates.day(date, Language.DUTCH);
  }
}

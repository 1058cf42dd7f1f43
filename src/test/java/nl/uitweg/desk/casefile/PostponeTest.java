package nl.uitweg.desk.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.uitweg.desk.dossier.DossierClient;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.retention.PurgeForecast;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
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

  @Inject DatabaseAccess access;
  @Inject PurgeForecast forecast;

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
      assertThat(desk.get(path).text()).contains("verwijderd op " + day(due));
      assertThat(desk.post(path, path + "/postpone", "reason", "court").text())
          .contains("verwijderd op " + day(due.plusDays(HALF_YEAR)));
      SuperuserDatabase.change(
          "update report set closed_on = ?, keep_until = null where id::text = ?",
          java.sql.Date.valueOf(today.minusDays(RETENTION_DAYS + 5L)),
          report.id());
      assertThat(desk.post(path, path + "/postpone", "reason", "care").text())
          .as("the purge is late")
          .contains("verwijderd op " + day(today.plusDays(HALF_YEAR)));
    }
  }

  @Test
  void listsReportsThatArePurgedWithin30DaysAndKeepsOneLonger() {
    LocalDate today = DutchTime.today(Clock.systemUTC());
    SentReport soon = closed("purged in three weeks", today.minusDays(RETENTION_DAYS - 21L), false);
    SentReport later = closed("purged in five weeks", today.minusDays(RETENTION_DAYS - 35L), false);
    SentReport withdrawn = closed("withdrawn and closed today", today, true);
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      assertThat(desk.get("/backoffice").text())
          .containsPattern("href=\"/backoffice/purge\"><span>Wordt binnen 30 dagen verwijderd");
      String list = desk.get("/backoffice/purge").text();
      assertThat(list).doesNotContain(later.path());
      assertThat(list.substring(list.indexOf(day(today.plusDays(21)))))
          .contains(soon.path() + "/postpone");
      assertThat(list.substring(list.indexOf(day(today.plusDays(1)))))
          .as("a withdrawn report is purged the next day")
          .contains(withdrawn.path())
          .contains("Ingetrokken door de melder");

      APIResponse kept =
          desk.post(
              "/backoffice/purge", soon.path() + "/postpone", "reason", "court", "back", "purge");
      assertThat(kept.url()).endsWith("/backoffice/purge");
      assertThat(kept.text()).doesNotContain(soon.path()).contains(withdrawn.path());
      assertThat(desk.get(soon.path()).text())
          .contains("verwijderd op " + day(today.plusDays(21L + HALF_YEAR)));
    }
    try (DeskClient other = new DeskClient(root.substring(0, root.length() - 1), "lindestede")) {
      assertThat(other.get("/backoffice/purge").text()).doesNotContain(withdrawn.path());
    }
  }

  @Test
  void forecastCountsWithdrawnReportForTheNextDay() {
    LocalDate today = DutchTime.today(Clock.systemUTC());
    long before = within30Days();
    closed("withdrawn, in the forecast", today, true);
    assertThat(within30Days()).isEqualTo(before + 1);
    closed("not withdrawn, in the forecast", today, false);
    assertThat(within30Days()).isEqualTo(before + 1);
  }

  @Test
  void saysHowLongDossierKeepsReport() {
    LocalDate today = DutchTime.today(Clock.systemUTC());
    SentReport old = closed("kept by a dossier", today.minusDays(RETENTION_DAYS + 40L), false);
    SentReport open = SentReport.send("zilvervoort", "open in that dossier", "unknown");
    String own = day(today.minusDays(40));
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      long dueBefore = forecast().due();
      long laterBefore = forecast().later();
      String dossier = DossierClient.create(desk, old, "Bewaarstraat 1", "house");
      DossierClient.add(desk, open, dossier);
      assertThat(desk.get(old.path()).text())
          .contains("Zonder dossier zou de melding op " + own + " worden verwijderd");
      assertThat(desk.get(dossier).text())
          .contains("Alle meldingen in dit dossier blijven bewaard zolang deze open zijn: ")
          .contains("Zonder dossier zou deze melding op " + own + " worden verwijderd");
      assertThat(desk.get("/backoffice/purge").text())
          .contains("Zonder dossier verwijderd op " + own + ". Blijft zolang")
          .contains(old.path() + "#dossier")
          .doesNotContain(old.path() + "/postpone");
      assertThat(forecast().due()).isEqualTo(dueBefore - 1);
      assertThat(forecast().later()).isEqualTo(laterBefore + 1);
      SuperuserDatabase.change(
          "update report set state = 'CLOSED', closed_on = ? where id::text = ?",
          java.sql.Date.valueOf(today),
          open.id());
      String until = day(today.plusDays(RETENTION_DAYS));
      assertThat(desk.get(old.path()).text()).contains("Deze melding blijft bewaard tot " + until);
      assertThat(desk.get(dossier).text()).contains("worden bewaard tot " + until);
      desk.post(dossier, dossier + "/reports/remove", "report", old.id());
      assertThat(desk.get("/backoffice/purge").text()).contains(old.path() + "/postpone");
      assertThat(forecast().due()).isEqualTo(dueBefore);
      SuperuserDatabase.change("delete from report where id::text = ?", old.id());
    }
  }

  @Test
  void listPassesAxe() {
    closed("looked at in the list", DutchTime.today(Clock.systemUTC()), true);
    try (BrowserContext desk =
        Browser.officer(root.substring(0, root.length() - 1), "zilvervoort", 360, true)) {
      Page page = desk.newPage();
      page.navigate(root + "backoffice/purge");
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  private long within30Days() {
    return forecast().within30Days();
  }

  private PurgeForecast.Forecast forecast() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              access.asDesk(List.of());
              return forecast.of(List.of("zilvervoort")).get(0);
            });
  }

  private static SentReport closed(String text, LocalDate on, boolean withdrawn) {
    SentReport report = SentReport.send("zilvervoort", text, "unknown");
    SuperuserDatabase.change(
        "update report set state = 'CLOSED', withdrawn = ?, closed_on = ? where id::text = ?",
        withdrawn,
        java.sql.Date.valueOf(on),
        report.id());
    return report;
  }

  private static String day(LocalDate date) {
    return Dates.day(date, Language.DUTCH);
  }
}

package nl.uitweg.report.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.region.Region;
import nl.uitweg.report.Report;
import nl.uitweg.report.ReportExamples;
import nl.uitweg.report.retention.ClosedReportStore.ClosedReports;
import nl.uitweg.report.retention.PurgeForecast.Forecast;
import nl.uitweg.report.retention.ReportPurgeStore.DossierRetention;
import org.junit.jupiter.api.Test;

/** Tests until when a report is kept. */
class RetentionTest {

  private static final LocalDate CLOSED_ON = LocalDate.of(2026, 1, 31);
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private record Periods(int days, Map<String, Integer> municipality, int reminderDays)
      implements RetentionPeriods {}

  /** 100 days; 40 in lindestede by the settings; 50 in ankerdaal by the region. */
  private final RetentionTerms terms =
      new RetentionTerms(
          new Periods(100, Map.of("lindestede", 40), 30),
          new Region(
              Optional.empty(),
              List.of(
                  municipality("zilvervoort", Optional.empty()),
                  municipality("lindestede", Optional.of(60)),
                  municipality("ankerdaal", Optional.of(50))),
              List.of(),
              Map.of(),
              Optional.empty()));

  private static Region.Municipality municipality(String id, Optional<Integer> retentionDays) {
    return new Region.Municipality(
        id,
        id,
        List.of(),
        List.of(),
        Optional.empty(),
        new Region.Deadlines(Optional.empty(), retentionDays),
        Map.of());
  }

  @Test
  void settingsPrecedeTheRegionAndTheRegionPrecedesTheDefault() {
    assertThat(terms.daysFor("zilvervoort")).isEqualTo(100);
    assertThat(terms.daysFor("lindestede")).isEqualTo(40);
    assertThat(terms.daysFor("ankerdaal")).isEqualTo(50);
    assertThat(terms.daysFor("elsewhere")).isEqualTo(100);
    assertThat(terms.defaultDays()).isEqualTo(100);
    assertThat(terms.reminderDays()).isEqualTo(30);
    assertThat(terms.withOwnPeriod()).containsExactly("ankerdaal", "lindestede");
  }

  @Test
  void anOpenOrUntakenReportIsNeverDue() {
    assertThat(of(ReportExamples.sentTo("zilvervoort"))).isEqualTo(Retention.OPEN);
    assertThat(of(ReportExamples.sentToAll())).isEqualTo(Retention.OPEN);
    assertThat(Retention.OPEN.waits()).isFalse();
    assertThat(Retention.OPEN.keptByDossier()).isFalse();
    assertThat(Retention.OPEN.isDueWithin(100_000, TODAY)).isFalse();
    assertThatThrownBy(() -> Retention.OPEN.postponedBy(1, TODAY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedReportIsKeptForThePeriodOfItsMunicipality() {
    assertThat(of(closed())).isEqualTo(until(CLOSED_ON.plusDays(100)));
    assertThat(of(ReportExamples.closed("lindestede", CLOSED_ON)))
        .isEqualTo(until(CLOSED_ON.plusDays(40)));
    assertThat(of(ReportExamples.withdrawn("zilvervoort", CLOSED_ON)))
        .isEqualTo(until(CLOSED_ON.plusDays(1)));
  }

  @Test
  void postponementOnlyLengthensThePeriod() {
    Report report = closed();
    report.setKeepUntil(CLOSED_ON.plusDays(130));
    assertThat(of(report)).isEqualTo(until(CLOSED_ON.plusDays(130)));
    report.setKeepUntil(CLOSED_ON.plusDays(99));
    assertThat(of(report)).isEqualTo(until(CLOSED_ON.plusDays(100)));
  }

  @Test
  void aDossierKeepsAReportUntilItsLastReportIsDue() {
    Retention retention = in(new DossierRetention(false, CLOSED_ON.plusDays(20), null));
    assertThat(retention.own()).contains(CLOSED_ON.plusDays(100));
    assertThat(retention.due()).contains(CLOSED_ON.plusDays(120));
    assertThat(retention.keptByDossier()).isTrue();
    assertThat(retention.waits()).isFalse();
    assertThat(
            in(new DossierRetention(false, CLOSED_ON.plusDays(20), CLOSED_ON.plusDays(300))).due())
        .contains(CLOSED_ON.plusDays(300));
    assertThat(in(new DossierRetention(false, CLOSED_ON.minusDays(20), CLOSED_ON)))
        .isEqualTo(until(CLOSED_ON.plusDays(100)));
    assertThat(in(new DossierRetention(false, null, null)))
        .isEqualTo(until(CLOSED_ON.plusDays(100)));
    assertThat(in(new DossierRetention(false, null, null)).keptByDossier()).isFalse();
  }

  @Test
  void anOpenReportOfItsDossierKeepsAReport() {
    Retention retention = in(new DossierRetention(true, CLOSED_ON, null));
    assertThat(retention.due()).isEmpty();
    assertThat(retention.waits()).isTrue();
    assertThat(retention.keptByDossier()).isTrue();
    assertThat(retention.isDueWithin(100_000, TODAY)).isFalse();
    assertThat(retention.postponedBy(10, CLOSED_ON)).isEqualTo(CLOSED_ON.plusDays(110));
  }

  @Test
  void noDossierKeepsAReportThatItsReporterWithdrew() {
    Report withdrawn = ReportExamples.withdrawn("zilvervoort", CLOSED_ON);
    assertThat(terms.retention(withdrawn, Optional.of(new DossierRetention(true, null, null))))
        .isEqualTo(until(CLOSED_ON.plusDays(1)));
  }

  @Test
  void isDueFromItsDayOnwards() {
    Retention retention = until(TODAY.plusDays(30));
    assertThat(retention.isDueWithin(29, TODAY)).isFalse();
    assertThat(retention.isDueWithin(30, TODAY)).isTrue();
    assertThat(until(TODAY).isDueWithin(0, TODAY)).isTrue();
    assertThat(until(TODAY.plusDays(1)).isDueWithin(0, TODAY)).isFalse();
    assertThat(until(TODAY.minusDays(9)).isDueWithin(0, TODAY)).isTrue();
  }

  @Test
  void postponesFromTheDueDayOrFromTodayWhenThatHasPassed() {
    assertThat(until(TODAY.plusDays(3)).postponedBy(10, TODAY)).isEqualTo(TODAY.plusDays(13));
    assertThat(until(TODAY).postponedBy(10, TODAY)).isEqualTo(TODAY.plusDays(10));
    assertThat(until(TODAY.minusDays(3)).postponedBy(10, TODAY)).isEqualTo(TODAY.plusDays(10));
  }

  @Test
  void forecastsWithoutShowingReports() {
    LocalDate dueToday = TODAY.minusDays(100);
    List<Forecast> forecasts =
        forecasts(
            new ClosedReports("zilvervoort", dueToday, Optional.empty(), false, false, 1),
            new ClosedReports(
                "zilvervoort", dueToday.plusDays(1), Optional.empty(), false, false, 2),
            new ClosedReports(
                "zilvervoort", dueToday.plusDays(30), Optional.empty(), false, false, 4),
            new ClosedReports(
                "zilvervoort", dueToday.plusDays(31), Optional.empty(), false, false, 8),
            new ClosedReports(
                "zilvervoort", dueToday, Optional.of(TODAY.plusDays(40)), false, false, 16),
            new ClosedReports("zilvervoort", TODAY, Optional.empty(), true, false, 32),
            new ClosedReports("zilvervoort", dueToday, Optional.empty(), false, true, 64),
            new ClosedReports("elsewhere", dueToday, Optional.empty(), false, false, 128));
    assertThat(forecasts)
        .containsExactly(
            new Forecast(
                "zilvervoort", 100, 1, 2 + 4 + 32, 8 + 16 + 64, 16 + 64, Optional.of(TODAY)),
            new Forecast("lindestede", 40, 0, 0, 0, 0, Optional.empty()));
  }

  @Test
  void forecastsTheFirstDayOnWhichAReportIsDue() {
    LocalDate dueToday = TODAY.minusDays(100);
    assertThat(
            forecasts(
                new ClosedReports(
                    "zilvervoort", dueToday.plusDays(9), Optional.empty(), false, false, 1),
                new ClosedReports(
                    "zilvervoort", dueToday.plusDays(5), Optional.of(TODAY), false, false, 1)))
        .first()
        .isEqualTo(new Forecast("zilvervoort", 100, 0, 2, 0, 0, Optional.of(TODAY.plusDays(5))));
  }

  private List<Forecast> forecasts(ClosedReports... closed) {
    return PurgeForecast.forecasts(
        List.of("zilvervoort", "lindestede"), List.of(closed), terms, TODAY);
  }

  private Retention of(Report report) {
    return terms.retention(report, Optional.empty());
  }

  private Retention in(DossierRetention dossier) {
    return terms.retention(closed(), Optional.of(dossier));
  }

  private static Report closed() {
    return ReportExamples.closed("zilvervoort", CLOSED_ON);
  }

  private static Retention until(LocalDate day) {
    return new Retention(Optional.of(day), Optional.of(day));
  }
}

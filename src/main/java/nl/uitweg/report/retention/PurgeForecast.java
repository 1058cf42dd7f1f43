package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * Forecast of the purge: how many closed reports of each municipality are due when. It contains
 * numbers only, because administrators may not see reports.
 */
@ApplicationScoped
public class PurgeForecast {

  /** Reports that are purged within this number of days are due soon. */
  static final int SOON_DAYS = 30;

  private final ClosedReportStore store;
  private final RetentionTerms terms;
  private final Clock clock;

  PurgeForecast(ClosedReportStore store, RetentionTerms terms, Clock clock) {
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * The forecast for one municipality.
   *
   * @param days retention period in days
   * @param due number of reports that are due today or were due earlier
   * @param within30Days number of reports that become due within 30 days from today
   * @param later number of reports that become due after those 30 days, or on a day that is not
   *     known yet, because another report of their dossier is open
   * @param postponed how many of all these reports are kept longer than the retention period
   * @param firstDay the first day on which a report is due; empty when no report is closed
   */
  public record Forecast(
      String municipality,
      int days,
      long due,
      long within30Days,
      long later,
      long postponed,
      Optional<LocalDate> firstDay) {

    private Forecast plus(LocalDate day, boolean isPostponed, long reports, LocalDate today) {
      boolean now = !day.isAfter(today);
      boolean soon = !now && !day.isAfter(today.plusDays(SOON_DAYS));
      return new Forecast(
          municipality,
          days,
          due + (now ? reports : 0),
          within30Days + (soon ? reports : 0),
          later + (now || soon ? 0 : reports),
          postponed + (isPostponed ? reports : 0),
          Optional.of(firstDay.filter(earlier -> earlier.isBefore(day)).orElse(day)));
    }

    private Forecast plusWaiting(long reports) {
      return new Forecast(
          municipality, days, due, within30Days, later + reports, postponed + reports, firstDay);
    }
  }

  /** The forecast per municipality, in the order given. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Forecast> of(List<String> municipalities) {
    return forecasts(municipalities, store.countClosed(), terms, DutchTime.today(clock));
  }

  static List<Forecast> forecasts(
      List<String> municipalities,
      List<ClosedReportStore.ClosedReports> closedReports,
      RetentionTerms terms,
      LocalDate today) {
    Map<String, Forecast> forecasts = new LinkedHashMap<>();
    for (String name : municipalities) {
      forecasts.put(name, new Forecast(name, terms.daysFor(name), 0, 0, 0, 0, Optional.empty()));
    }
    for (ClosedReportStore.ClosedReports closed : closedReports) {
      LocalDate regularDay =
          terms.regularDay(closed.municipality(), closed.closedOn(), closed.withdrawn());
      Optional<LocalDate> postponedTo = closed.keepUntil().filter(day -> day.isAfter(regularDay));
      forecasts.computeIfPresent(
          closed.municipality(),
          (name, forecast) ->
              closed.waiting()
                  ? forecast.plusWaiting(closed.count())
                  : forecast.plus(
                      postponedTo.orElse(regularDay),
                      postponedTo.isPresent(),
                      closed.count(),
                      today));
    }
    return List.copyOf(forecasts.values());
  }
}

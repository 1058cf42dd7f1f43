package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.Report;

/**
 * The reports that are purged soon, for officers, who may still keep one longer. Administrators get
 * only the numbers of {@link PurgeForecast}; both use the rule of {@link ReportPurge}.
 */
@ApplicationScoped
public class PlannedPurges {

  private final ReportPurgeStore store;
  private final ReportPurge purge;
  private final RetentionTerms terms;
  private final Clock clock;

  PlannedPurges(ReportPurgeStore store, ReportPurge purge, RetentionTerms terms, Clock clock) {
    this.store = store;
    this.purge = purge;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * A report and the day on which it is purged. That day may have passed, when the purge is late.
   */
  public record PlannedPurge(Report report, LocalDate day) {}

  /**
   * The reports that are purged within {@value PurgeForecast#SOON_DAYS} days, soonest first.
   *
   * @param municipalities ids of the municipalities
   * @param limit maximum number of reports of each municipality
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<PlannedPurge> soon(List<String> municipalities, int limit) {
    LocalDate lastDay = lastDay();
    List<Report> closed = new ArrayList<>();
    for (String municipality : municipalities) {
      closed.addAll(
          store.closedBefore(
              municipality,
              lastDay.minusDays(terms.daysFor(municipality)),
              lastDay.minusDays(RetentionTerms.WITHDRAWN_DAYS),
              lastDay,
              limit));
    }
    Map<UUID, Retention> retention = purge.retention(closed);
    List<PlannedPurge> planned = new ArrayList<>();
    for (Report report : closed) {
      retention
          .getOrDefault(report.id(), Retention.OPEN)
          .due()
          .map(day -> new PlannedPurge(report, day))
          .ifPresent(planned::add);
    }
    planned.sort(Comparator.comparing(PlannedPurge::day).thenComparing(item -> item.report().id()));
    return List.copyOf(planned);
  }

  /**
   * A report that its dossier keeps.
   *
   * @param retention has the day on which it would be purged without the dossier
   */
  public record KeptReport(Report report, Retention retention) {}

  /**
   * The reports that would be purged within {@value PurgeForecast#SOON_DAYS} days if their dossier
   * did not keep them, longest closed first.
   *
   * @param municipalities ids of the municipalities
   * @param limit maximum number of reports of each municipality
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KeptReport> keptByDossiers(List<String> municipalities, int limit) {
    LocalDate lastDay = lastDay();
    List<Report> kept =
        municipalities.stream()
            .flatMap(
                municipality ->
                    store
                        .keptByDossier(
                            municipality,
                            lastDay.minusDays(terms.daysFor(municipality)),
                            lastDay,
                            limit)
                        .stream())
            .toList();
    Map<UUID, Retention> retention = purge.retention(kept);
    return kept.stream()
        .map(report -> new KeptReport(report, retention.getOrDefault(report.id(), Retention.OPEN)))
        .toList();
  }

  /** Number of reports of these municipalities that are purged soon. */
  @Transactional(Transactional.TxType.MANDATORY)
  public long countSoon(List<String> municipalities) {
    LocalDate lastDay = lastDay();
    return municipalities.stream()
        .mapToLong(
            municipality ->
                store.countClosedBefore(
                    municipality,
                    lastDay.minusDays(terms.daysFor(municipality)),
                    lastDay.minusDays(RetentionTerms.WITHDRAWN_DAYS),
                    lastDay))
        .sum();
  }

  private LocalDate lastDay() {
    return DutchTime.today(clock).plusDays(PurgeForecast.SOON_DAYS);
  }
}

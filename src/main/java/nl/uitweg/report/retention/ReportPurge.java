package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.Report;

/** Calculates when a closed report is purged, and purges reports that are due. */
@ApplicationScoped
public class ReportPurge {

  private static final int BATCH_SIZE = 1_000;

  /** Days after the last change until a dossier without reports is deleted. */
  private static final int EMPTY_DOSSIER_DAYS = 30;

  private final ReportPurgeStore store;
  private final RetentionTerms terms;
  private final Clock clock;

  ReportPurge(ReportPurgeStore store, RetentionTerms terms, Clock clock) {
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  /** The day on which a report is due to be purged; empty as {@link Retention#due} says. */
  public Optional<LocalDate> dueOn(Report report) {
    return retention(report).due();
  }

  /** Until when a report is kept. */
  public Retention retention(Report report) {
    return retention(List.of(report)).getOrDefault(report.id(), Retention.OPEN);
  }

  /** Until when reports are kept, by report id. */
  public Map<UUID, Retention> retention(Collection<Report> reports) {
    Map<UUID, ReportPurgeStore.DossierRetention> dossiers =
        store.dossierRetention(reports.stream().map(Report::id).toList());
    Map<UUID, Retention> retention = new HashMap<>();
    reports.forEach(
        report ->
            retention.put(
                report.id(),
                terms.retention(report, Optional.ofNullable(dossiers.get(report.id())))));
    return retention;
  }

  /** Whether the desk should show a reminder that the report will be purged. */
  public boolean isReminderDue(Report report) {
    return retention(report).isDueWithin(terms.reminderDays(), today());
  }

  /**
   * Postpones the purge of a closed report by this many days.
   *
   * @see Retention#postponedBy
   * @throws IllegalStateException when the report is not closed
   */
  public void postpone(Report report, int days) {
    report.setKeepUntil(retention(report).postponedBy(days, today()));
  }

  /**
   * What was deleted.
   *
   * @param reports ids of the reports
   * @param dossiers ids of the dossiers that have no report any more
   */
  public record Purged(List<UUID> reports, List<UUID> dossiers) {

    private static final Purged NOTHING = new Purged(List.of(), List.of());
  }

  /**
   * Deletes the reports that are due, with everything that belongs to them, and inserts a tombstone
   * for each, for the statistics. One call deletes at most {@value #BATCH_SIZE} withdrawn reports,
   * as many of each municipality with its own retention period, and as many of all others together.
   * A dossier is deleted with its last report; one that officers emptied, {@value
   * #EMPTY_DOSSIER_DAYS} days after the last change.
   *
   * @return nothing when another replica is purging
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Purged purgeDue() {
    if (!store.tryLock()) {
      return Purged.NOTHING;
    }
    List<Report> candidates = longestClosed();
    Map<UUID, Retention> retention = retention(candidates);
    List<Report> due =
        candidates.stream()
            .filter(
                report ->
                    retention.getOrDefault(report.id(), Retention.OPEN).isDueWithin(0, today()))
            .toList();
    List<UUID> ids = due.stream().map(Report::id).toList();
    List<UUID> dossiers = store.dossiersOf(ids);
    due.forEach(store::replaceWithTombstone);
    Instant lastChangedBefore = clock.instant().minus(Duration.ofDays(EMPTY_DOSSIER_DAYS));
    return new Purged(ids, store.deleteEmptyDossiers(dossiers, lastChangedBefore));
  }

  /**
   * The reports that were closed longest ago and may be due, limited in number as {@link #purgeDue}
   * describes.
   */
  private List<Report> longestClosed() {
    Set<String> withOwnPeriod = terms.withOwnPeriod();
    Set<Report> closed =
        new LinkedHashSet<>(
            store.closedAfterWithdrawal(
                lastClosingDay(RetentionTerms.WITHDRAWN_DAYS), today(), BATCH_SIZE));
    withOwnPeriod.forEach(
        name ->
            closed.addAll(
                store.closedIn(name, lastClosingDay(terms.daysFor(name)), today(), BATCH_SIZE)));
    closed.addAll(
        store.closedOutside(
            withOwnPeriod, lastClosingDay(terms.defaultDays()), today(), BATCH_SIZE));
    return List.copyOf(closed);
  }

  private LocalDate lastClosingDay(int days) {
    return today().minusDays(days);
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}

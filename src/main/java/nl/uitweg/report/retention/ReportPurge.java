package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.Report;

/** Calculates when a closed report is purged, and purges reports that are due. */
@ApplicationScoped
public class ReportPurge {

  private static final int BATCH_SIZE = 1_000;

  private final ReportPurgeStore store;
  private final RetentionTerms terms;
  private final Clock clock;

  ReportPurge(ReportPurgeStore store, RetentionTerms terms, Clock clock) {
    this.store = store;
    this.terms = terms;
    this.clock = clock;
  }

  /** The day on which a report is due to be purged; empty when it is not closed. */
  public Optional<LocalDate> dueOn(Report report) {
    if (report.closedOn().isEmpty() || report.municipality().isEmpty()) {
      return Optional.empty();
    }
    LocalDate due =
        terms.regularDay(report.municipality().get(), report.closedOn().get(), report.withdrawn());
    return Optional.of(report.keepUntil().filter(keepUntil -> keepUntil.isAfter(due)).orElse(due));
  }

  /** Whether the desk should show a reminder that the report will be purged. */
  public boolean isReminderDue(Report report) {
    return dueOn(report)
        .map(due -> !due.minusDays(terms.reminderDays()).isAfter(today()))
        .orElse(false);
  }

  /**
   * Postpones the purge of a closed report by this many days, counted from the day on which it is
   * due now, or from today when that day has passed.
   *
   * @throws IllegalStateException when the report is not closed
   */
  public void postpone(Report report, int days) {
    LocalDate due =
        dueOn(report).orElseThrow(() -> new IllegalStateException("The report is not closed"));
    report.setKeepUntil((due.isAfter(today()) ? due : today()).plusDays(days));
  }

  /**
   * Deletes the reports that are due, with everything that belongs to them, and inserts a tombstone
   * for each, for the statistics. One call deletes at most {@value #BATCH_SIZE} withdrawn reports,
   * as many of each municipality with its own retention period, and as many of all others together.
   *
   * @return ids of the deleted reports; empty when another replica is purging
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> purgeDue() {
    if (!store.tryLock()) {
      return List.of();
    }
    List<UUID> purged = new ArrayList<>();
    for (Report report : longestClosed()) {
      if (dueOn(report).filter(due -> !due.isAfter(today())).isPresent()) {
        store.replaceWithTombstone(report);
        purged.add(report.id());
      }
    }
    return purged;
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

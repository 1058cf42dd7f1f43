package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportState;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Calculates when a closed report is purged, and purges reports that are due. */
@ApplicationScoped
public class ReportPurge {

  /**
   * Second key of the two-key advisory lock of the purge: an arbitrary number that all replicas
   * share.
   */
  private static final int PURGE_LOCK = 7_204_113;

  private static final int BATCH_SIZE = 1_000;

  private final EntityManager database;
  private final RetentionPeriods periods;
  private final Clock clock;

  ReportPurge(EntityManager database, RetentionPeriods periods, Clock clock) {
    this.database = database;
    this.periods = periods;
    this.clock = clock;
  }

  /** The day on which a report is due to be purged; empty when it is not closed. */
  public Optional<LocalDate> dueOn(Report report) {
    if (report.closedOn().isEmpty() || report.municipality().isEmpty()) {
      return Optional.empty();
    }
    LocalDate due = report.closedOn().get().plusDays(periods.daysFor(report.municipality().get()));
    return Optional.of(report.keepUntil().filter(keepUntil -> keepUntil.isAfter(due)).orElse(due));
  }

  /** Whether the desk should show a reminder that the report will be purged. */
  public boolean isReminderDue(Report report) {
    return dueOn(report)
        .map(due -> !due.minusDays(periods.reminderDays()).isAfter(today()))
        .orElse(false);
  }

  /** Postpones the purge of a closed report until at least this many days from today. */
  public void postpone(Report report, int days) {
    report.setKeepUntil(today().plusDays(days));
  }

  /**
   * Deletes the reports that are due, with their keys, messages and notes, and inserts a tombstone
   * for the statistics. Deletes at most {@value #BATCH_SIZE} reports per retention period in one
   * call.
   *
   * @return ids of the deleted reports; empty when another replica is purging
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> purgeDue() {
    boolean locked =
        (Boolean)
            database
                .createNativeQuery("select pg_try_advisory_xact_lock(0, ?1)")
                .setParameter(1, PURGE_LOCK)
                .getSingleResult();
    if (!locked) {
      return List.of();
    }
    List<UUID> purged = new ArrayList<>();
    for (Report report : longestClosed()) {
      if (dueOn(report).filter(due -> !due.isAfter(today())).isPresent()) {
        database
            .createNativeQuery(
                "insert into tombstone (month, municipality, forms) values (?1, ?2, ?3)")
            .setParameter(1, report.receivedOn().withDayOfMonth(1))
            .setParameter(2, report.municipality().orElseThrow())
            .setParameter(3, report.forms().toArray(new String[0]))
            .executeUpdate();
        report.delete();
        purged.add(report.id());
      }
    }
    return purged;
  }

  /**
   * The closed reports that were closed longest ago, limited per retention period, without those
   * that another transaction has locked.
   */
  private List<Report> longestClosed() {
    List<Report> closed = new ArrayList<>();
    List<String> withOwnPeriod = List.copyOf(periods.municipality().keySet());
    withOwnPeriod.forEach(
        name -> closed.addAll(closed("municipality in ?3", List.of(name), periods.daysFor(name))));
    closed.addAll(
        closed(
            "municipality not in ?3",
            withOwnPeriod.isEmpty() ? List.of("") : withOwnPeriod,
            periods.days()));
    return closed;
  }

  private List<Report> closed(String municipalityCondition, List<String> municipalities, int days) {
    return Report.<Report>find(
            "state = ?1 and closedOn <= ?2 and "
                + municipalityCondition
                + " and (keepUntil is null or keepUntil <= ?4) order by closedOn",
            ReportState.CLOSED,
            today().minusDays(days),
            municipalities,
            today())
        .page(0, BATCH_SIZE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .list();
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}

package nl.uitweg.report.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

/** When a closed report is purged, and purging it. */
@ApplicationScoped
public class ReportPurge {

  /** Any number, the same for every replica; the second of two keys, as in the audit chain. */
  private static final int PURGE_LOCK = 7_204_113;

  private static final int AT_ONCE = 1_000;

  private final EntityManager database;
  private final RetentionTerms terms;
  private final Clock clock;

  ReportPurge(EntityManager database, RetentionTerms terms, Clock clock) {
    this.database = database;
    this.terms = terms;
    this.clock = clock;
  }

  /** The day on which a report will be purged; empty as long as it is not closed. */
  public Optional<LocalDate> dueOn(Report report) {
    if (report.closedOn().isEmpty() || report.municipality().isEmpty()) {
      return Optional.empty();
    }
    LocalDate due = report.closedOn().get().plusDays(terms.daysFor(report.municipality().get()));
    return Optional.of(report.keepUntil().filter(kept -> kept.isAfter(due)).orElse(due));
  }

  /** Whether the desk should begin to say that a report will be purged. */
  public boolean remind(Report report) {
    return dueOn(report)
        .map(due -> !due.minusDays(terms.reminderDays()).isAfter(today()))
        .orElse(false);
  }

  /** Keeps a closed report at least this many days from now. */
  public void postpone(Report report, int days) {
    report.keepUntil(today().plusDays(days));
  }

  /**
   * Deletes the reports whose day has come, with their keys, messages and notes, and leaves a line
   * for the statistics; at most a thousand per term at a time.
   *
   * @return their ids; none when another replica is at it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> purgeDue() {
    boolean mine =
        (Boolean)
            database
                .createNativeQuery("select pg_try_advisory_xact_lock(0, ?1)")
                .setParameter(1, PURGE_LOCK)
                .getSingleResult();
    if (!mine) {
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

  /** A good many at a time, not all that were ever closed. */
  private List<Report> longestClosed() {
    List<Report> closed = new ArrayList<>();
    List<String> own = List.copyOf(terms.municipality().keySet());
    own.forEach(
        name -> closed.addAll(closed("municipality in ?3", List.of(name), terms.daysFor(name))));
    closed.addAll(
        closed("municipality not in ?3", own.isEmpty() ? List.of("") : own, terms.days()));
    return closed;
  }

  private List<Report> closed(String which, List<String> municipalities, int days) {
    return Report.<Report>find(
            "state = ?1 and closedOn <= ?2 and "
                + which
                + " and (keepUntil is null or keepUntil <= ?4) order by closedOn",
            ReportState.CLOSED,
            today().minusDays(days),
            municipalities,
            today())
        .page(0, AT_ONCE)
        .list();
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}

package nl.uitweg.report.retention;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportState;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Finds closed reports and replaces them with tombstones, in the caller's transaction. */
@ApplicationScoped
class ReportPurgeStore implements PanacheRepositoryBase<Report, UUID> {

  /**
   * Second key of the two-key advisory lock of the purge: an arbitrary number that all replicas
   * share.
   */
  private static final int PURGE_LOCK = 7_204_113;

  /**
   * Takes the lock on the purge until the transaction ends.
   *
   * @return whether it was taken; false when another replica is purging
   */
  boolean tryLock() {
    return Boolean.TRUE.equals(
        getEntityManager()
            .createNativeQuery("select pg_try_advisory_xact_lock(0, :lock)", Boolean.class)
            .setParameter("lock", PURGE_LOCK)
            .getSingleResult());
  }

  /**
   * The reports of a municipality that were closed longest ago, without those that another
   * transaction has locked. Locks the rows.
   *
   * @param closedBy last day of closing
   * @param today reports that are postponed beyond this day are left out
   */
  List<Report> closedIn(String municipality, LocalDate closedBy, LocalDate today, int limit) {
    return lock(
        find(
            """
            state = ?1 and closedOn <= ?2 and municipality = ?3
             and (keepUntil is null or keepUntil <= ?4) order by closedOn""",
            ReportState.CLOSED,
            closedBy,
            municipality,
            today),
        limit);
  }

  /** Like {@link #closedIn}, for the reports of all municipalities except these. */
  List<Report> closedOutside(
      Collection<String> municipalities, LocalDate closedBy, LocalDate today, int limit) {
    return lock(
        find(
            """
            state = ?1 and closedOn <= ?2 and municipality not in ?3
             and (keepUntil is null or keepUntil <= ?4) order by closedOn""",
            ReportState.CLOSED,
            closedBy,
            municipalities.isEmpty() ? List.of("") : municipalities,
            today),
        limit);
  }

  /** Like {@link #closedIn}, for the withdrawn reports of all municipalities. */
  List<Report> closedAfterWithdrawal(LocalDate closedBy, LocalDate today, int limit) {
    return lock(
        find(
            """
            state = ?1 and withdrawn and closedOn <= ?2
             and (keepUntil is null or keepUntil <= ?3) order by closedOn""",
            ReportState.CLOSED,
            closedBy,
            today),
        limit);
  }

  /**
   * The closed reports of a municipality that are not kept beyond a day, longest closed first.
   * Locks nothing.
   *
   * @param closedBy last day of closing of reports that were not withdrawn
   * @param withdrawnClosedBy last day of closing of withdrawn reports
   * @param keptUntil reports that are postponed beyond this day are left out
   */
  List<Report> closedBefore(
      String municipality,
      LocalDate closedBy,
      LocalDate withdrawnClosedBy,
      LocalDate keptUntil,
      int limit) {
    return closedBefore(municipality, closedBy, withdrawnClosedBy, keptUntil).page(0, limit).list();
  }

  /** Counts the reports of {@link #closedBefore(String, LocalDate, LocalDate, LocalDate, int)}. */
  long countClosedBefore(
      String municipality, LocalDate closedBy, LocalDate withdrawnClosedBy, LocalDate keptUntil) {
    return closedBefore(municipality, closedBy, withdrawnClosedBy, keptUntil).count();
  }

  private PanacheQuery<Report> closedBefore(
      String municipality, LocalDate closedBy, LocalDate withdrawnClosedBy, LocalDate keptUntil) {
    return find(
        """
            state = ?1 and municipality = ?2
             and (closedOn <= ?3 or withdrawn and closedOn <= ?4)
             and (keepUntil is null or keepUntil <= ?5) order by closedOn, id""",
        ReportState.CLOSED,
        municipality,
        closedBy,
        withdrawnClosedBy,
        keptUntil);
  }

  private static List<Report> lock(PanacheQuery<Report> closed, int limit) {
    return closed
        .page(0, limit)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .list();
  }

  /** Deletes a report and everything that belongs to it, and inserts a tombstone for it. */
  void replaceWithTombstone(Report report) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into tombstone (month, municipality, forms)
            values (:month, :municipality, :forms)""")
        .setParameter("month", report.receivedOn().withDayOfMonth(1))
        .setParameter("municipality", report.municipality().orElseThrow())
        .setParameter("forms", report.forms().toArray(new String[0]))
        .executeUpdate();
    delete(report);
  }
}

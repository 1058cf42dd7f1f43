package nl.uitweg.report.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.report.Report;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

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
   * True for a report {@code r} that its dossier does not keep: no other report of the dossier is
   * open, was closed after {@code :closedBy}, or is postponed beyond {@code :keptUntil}. A dossier
   * never keeps a withdrawn report.
   */
  private static final String NOT_KEPT_BY_DOSSIER =
      """
      (r.withdrawn or not exists (
        select from dossier_report d
        cross join lateral portal_dossier_retention(d.dossier_id) k
        where d.report_id = r.id
          and (k.has_open or k.closed_on > :closedBy or k.keep_until > :keptUntil)))""";

  private static final String CLOSED =
      """
      from report r
      where r.state = 'CLOSED' and (r.keep_until is null or r.keep_until <= :keptUntil)
        and
      """;

  private static final String LONGEST_CLOSED_LOCKED =
      " order by r.closed_on limit :limit for update of r skip locked";

  /** A closed report that was not withdrawn, or a withdrawn one that was closed long enough ago. */
  private static final String CLOSED_BY_IN_MUNICIPALITY =
      """
      r.municipality = :municipality
       and (r.closed_on <= :closedBy or r.withdrawn and r.closed_on <= :withdrawnClosedBy)
       and
      """;

  /**
   * The reports of a municipality that were closed longest ago, without those that another
   * transaction has locked. Locks the rows.
   *
   * @param closedBy last day of closing
   * @param today reports that are postponed beyond this day, or that their dossier keeps, are left
   *     out
   */
  List<Report> closedIn(String municipality, LocalDate closedBy, LocalDate today, int limit) {
    return reports(
            "r.municipality = :municipality and r.closed_on <= :closedBy and "
                + NOT_KEPT_BY_DOSSIER
                + LONGEST_CLOSED_LOCKED)
        .setParameter("municipality", municipality)
        .setParameter("closedBy", closedBy)
        .setParameter("keptUntil", today)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** Like {@link #closedIn}, for the reports of all municipalities except these. */
  List<Report> closedOutside(
      Collection<String> municipalities, LocalDate closedBy, LocalDate today, int limit) {
    return reports(
            "r.municipality <> all (:municipalities) and r.closed_on <= :closedBy and "
                + NOT_KEPT_BY_DOSSIER
                + LONGEST_CLOSED_LOCKED)
        .setParameter("municipalities", municipalities.toArray(new String[0]))
        .setParameter("closedBy", closedBy)
        .setParameter("keptUntil", today)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** Like {@link #closedIn}, for the withdrawn reports of all municipalities. */
  List<Report> closedAfterWithdrawal(LocalDate closedBy, LocalDate today, int limit) {
    return reports("r.withdrawn and r.closed_on <= :closedBy" + LONGEST_CLOSED_LOCKED)
        .setParameter("closedBy", closedBy)
        .setParameter("keptUntil", today)
        .setParameter("limit", limit)
        .getResultList();
  }

  /**
   * The closed reports of a municipality that are kept neither beyond a day nor by their dossier,
   * longest closed first. Locks nothing.
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
    return reports(
            CLOSED_BY_IN_MUNICIPALITY
                + NOT_KEPT_BY_DOSSIER
                + " order by r.closed_on, r.id limit :limit")
        .setParameter("municipality", municipality)
        .setParameter("closedBy", closedBy)
        .setParameter("withdrawnClosedBy", withdrawnClosedBy)
        .setParameter("keptUntil", keptUntil)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** Counts the reports of {@link #closedBefore}. */
  long countClosedBefore(
      String municipality, LocalDate closedBy, LocalDate withdrawnClosedBy, LocalDate keptUntil) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select count(*) " + CLOSED + CLOSED_BY_IN_MUNICIPALITY + NOT_KEPT_BY_DOSSIER,
            Long.class)
        .setParameter("municipality", municipality)
        .setParameter("closedBy", closedBy)
        .setParameter("withdrawnClosedBy", withdrawnClosedBy)
        .setParameter("keptUntil", keptUntil)
        .getSingleResult();
  }

  /** The reports that {@link #closedBefore} leaves out because their dossier keeps them. */
  List<Report> keptByDossier(
      String municipality, LocalDate closedBy, LocalDate keptUntil, int limit) {
    return reports(
            "r.municipality = :municipality and r.closed_on <= :closedBy and not "
                + NOT_KEPT_BY_DOSSIER
                + " order by r.closed_on, r.id limit :limit")
        .setParameter("municipality", municipality)
        .setParameter("closedBy", closedBy)
        .setParameter("keptUntil", keptUntil)
        .setParameter("limit", limit)
        .getResultList();
  }

  private NativeQuery<Report> reports(String conditions) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery("select r.* " + CLOSED + conditions, Report.class);
  }

  /** What the reports of a dossier need, see {@code portal_dossier_retention} in the database. */
  record DossierRetention(
      boolean hasOpen, @Nullable LocalDate closedOn, @Nullable LocalDate keepUntil) {}

  /** By report id, for those of these reports that are in a dossier. */
  Map<UUID, DossierRetention> dossierRetention(Collection<UUID> reports) {
    List<Tuple> rows =
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select d.report_id, k.has_open, k.closed_on, k.keep_until
                from dossier_report d
                cross join lateral portal_dossier_retention(d.dossier_id) k
                where d.report_id = any (:reports)""",
                Tuple.class)
            .setParameter("reports", reports.toArray(new UUID[0]))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get(0, UUID.class),
                row ->
                    new DossierRetention(
                        row.get(1, Boolean.class),
                        row.get(2, LocalDate.class),
                        row.get(3, LocalDate.class))));
  }

  /** Ids of the dossiers of these reports. */
  List<UUID> dossiersOf(Collection<UUID> reports) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select distinct dossier_id from dossier_report where report_id = any (:reports)",
            UUID.class)
        .setParameter("reports", reports.toArray(new UUID[0]))
        .getResultList();
  }

  /**
   * Deletes dossiers that have no report any more, except spam, with their titles and notes, and
   * with the dossiers that were merged into them.
   *
   * @param purgedFrom dossiers that are deleted at once
   * @param lastChangedBefore other dossiers are deleted when nobody changed them since
   * @return ids of the deleted dossiers
   */
  List<UUID> deleteEmptyDossiers(Collection<UUID> purgedFrom, Instant lastChangedBefore) {
    flush(); // the reports are deleted first
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            """
            with recursive empty as (
              select d.id from dossier d
              where d.merged_into is null
                and (d.id = any (:purgedFrom) or d.changed_at < :before)
                and not exists (
                  select from dossier_report m join report r on r.id = m.report_id
                  where m.dossier_id = d.id and r.state <> 'SPAM')
              union
              select d.id from dossier d join empty e on d.merged_into = e.id)
            delete from dossier where id in (select id from empty) returning id""",
            UUID.class)
        .setParameter("purgedFrom", purgedFrom.toArray(new UUID[0]))
        .setParameter("before", lastChangedBefore)
        .getResultList();
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

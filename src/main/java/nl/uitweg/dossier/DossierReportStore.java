package nl.uitweg.dossier;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditResult;

/** Stores which report is in which dossier, in the caller's transaction. */
@Singleton
class DossierReportStore {

  private final EntityManager database;

  DossierReportStore(EntityManager database) {
    this.database = database;
  }

  /** The reports of a dossier, last received first. */
  List<UUID> of(UUID dossier) {
    List<?> ids =
        database
            .createNativeQuery(
                """
                select d.report_id from dossier_report d join report r on r.id = d.report_id
                where d.dossier_id = :dossier order by r.received_on desc, r.id""",
                UUID.class)
            .setParameter("dossier", dossier)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** The dossier of a report. */
  Optional<UUID> dossierOf(UUID report) {
    return Optional.ofNullable(dossiersOf(List.of(report)).get(report));
  }

  /** The dossier of each report, by report id; reports without a dossier are left out. */
  Map<UUID, UUID> dossiersOf(Collection<UUID> reports) {
    return byId(
        "select report_id, dossier_id from dossier_report where report_id = any (:ids)",
        reports,
        Map.of(),
        UUID.class);
  }

  /** Number of reports of each dossier, by its id; dossiers without reports are left out. */
  Map<UUID, Long> counts(Collection<UUID> dossiers) {
    return byId(
        """
        select dossier_id, count(*) from dossier_report
        where dossier_id = any (:ids) group by dossier_id""",
        dossiers,
        Map.of(),
        Long.class);
  }

  /** See {@link DossierReports#lastActs}. */
  Map<UUID, Instant> lastActs(Collection<UUID> dossiers) {
    String[] acts =
        Stream.of(AuditAction.values())
            .filter(AuditAction::changesCaseFile)
            .map(AuditAction::code)
            .toArray(String[]::new);
    return byId(
        """
        select d.dossier_id, max(e.at)
        from dossier_report d join audit_event e on e.object = 'report/' || d.report_id
        where d.dossier_id = any (:ids) and e.action = any (:acts) and e.result = :done
        group by d.dossier_id""",
        dossiers,
        Map.of("acts", acts, "done", AuditResult.DONE.code()),
        Instant.class);
  }

  /** The second column by the first, which is an id. */
  private <T> Map<UUID, T> byId(
      String sql, Collection<UUID> ids, Map<String, Object> parameters, Class<T> type) {
    Query query =
        database.createNativeQuery(sql, Tuple.class).setParameter("ids", ids.toArray(new UUID[0]));
    parameters.forEach(query::setParameter);
    Map<UUID, T> values = new HashMap<>();
    for (Object row : query.getResultList()) {
      Tuple tuple = (Tuple) row;
      values.put(tuple.get(0, UUID.class), tuple.get(1, type));
    }
    return values;
  }

  /** The column {@code undo_dossier}, without loading the dossier. */
  Optional<UUID> undoDossier(UUID dossier) {
    List<?> ids =
        database
            .createNativeQuery(
                """
                select undo_dossier from dossier
                where id = :dossier and undo_dossier is not null""",
                UUID.class)
            .setParameter("dossier", dossier)
            .getResultList();
    return ids.stream().map(UUID.class::cast).findFirst();
  }

  /**
   * Adds a report to a dossier.
   *
   * @return false when it is in a dossier already, or does not exist any more
   */
  boolean add(UUID dossier, UUID report, String officer, Instant at) {
    return database
            .createNativeQuery(
                """
                insert into dossier_report (report_id, dossier_id, added_by, added_at)
                select r.id, :dossier, :officer, :at from report r where r.id = :report
                on conflict (report_id) do nothing""")
            .setParameter("report", report)
            .setParameter("dossier", dossier)
            .setParameter("officer", officer)
            .setParameter("at", at)
            .executeUpdate()
        == 1;
  }

  /**
   * @return false when the report was not in the dossier
   */
  boolean remove(UUID dossier, UUID report) {
    return database
            .createNativeQuery(
                "delete from dossier_report where dossier_id = :dossier and report_id = :report")
            .setParameter("dossier", dossier)
            .setParameter("report", report)
            .executeUpdate()
        == 1;
  }

  /** Moves those of these reports that are in one dossier to another. */
  void move(UUID from, UUID to, Collection<UUID> reports) {
    database
        .createNativeQuery(
            """
            update dossier_report set dossier_id = :to
            where dossier_id = :from and report_id = any (:reports)""")
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("reports", reports.toArray(new UUID[0]))
        .executeUpdate();
  }
}

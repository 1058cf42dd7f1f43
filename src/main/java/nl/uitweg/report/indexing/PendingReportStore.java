package nl.uitweg.report.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tables of reports and messages that are still to be indexed, {@code report_to_index} and
 * {@code message_to_index}. Callers must have started a transaction; it sees only the rows of its
 * municipalities.
 */
@ApplicationScoped
class PendingReportStore {

  private final EntityManager database;

  PendingReportStore(EntityManager database) {
    this.database = database;
  }

  /**
   * The pending work for one report. Its rows in both tables are locked.
   *
   * @param isNew whether the report itself has not been indexed
   * @param messages the messages that have not been indexed
   */
  record Pending(UUID report, boolean isNew, List<UUID> messages) {}

  /** Whether there are pending reports or messages that have not failed before. */
  boolean anyUntried() {
    return Boolean.TRUE.equals(
        database
            .createNativeQuery(
                """
                select exists (select from report_to_index where attempts = 0)
                    or exists (select from message_to_index where attempts = 0)""",
                Boolean.class)
            .getSingleResult());
  }

  /** Whether this report or a message of it is pending. */
  boolean contains(UUID report) {
    return Boolean.TRUE.equals(
        database
            .createNativeQuery(
                """
                select exists (select from report_to_index where report_id = :report)
                    or exists (select from message_to_index where report_id = :report)""",
                Boolean.class)
            .setParameter("report", report)
            .getSingleResult());
  }

  /*
   * The queries below lock rows together with the report and message that they refer to. Indexing
   * adds rows that refer to the same report or message, and would otherwise wait for another
   * transaction that has locked it.
   */

  /**
   * Locks reports and messages that have not failed before, at most this many of each. Skips those
   * that another transaction has locked.
   */
  List<Pending> lockUntried(int limit) {
    Query reports =
        database.createNativeQuery(
            """
            select q.report_id from report_to_index q join report r on r.id = q.report_id
             where q.attempts = 0 limit :limit
               for update of q skip locked for key share of r skip locked""",
            UUID.class);
    Query messages =
        database.createNativeQuery(
            """
            select q.report_id, q.message_id from message_to_index q
              join message m on m.id = q.message_id join report r on r.id = q.report_id
             where q.attempts = 0 limit :limit
               for update of q skip locked for key share of m, r skip locked""",
            Tuple.class);
    return lock(reports.setParameter("limit", limit), messages.setParameter("limit", limit));
  }

  /**
   * Locks this report and its messages, at most this many; waits while another replica indexes the
   * report.
   */
  List<Pending> lock(UUID report, int limit) {
    Query reports =
        database.createNativeQuery(
            """
            select q.report_id from report_to_index q join report r on r.id = q.report_id
             where q.report_id = :report
               for update of q for key share of r skip locked""",
            UUID.class);
    Query messages =
        database.createNativeQuery(
            """
            select q.report_id, q.message_id from message_to_index q
              join message m on m.id = q.message_id join report r on r.id = q.report_id
             where q.report_id = :report limit :limit
               for update of q skip locked for key share of m, r skip locked""",
            Tuple.class);
    return lock(
        reports.setParameter("report", report),
        messages.setParameter("report", report).setParameter("limit", limit));
  }

  private static List<Pending> lock(Query reports, Query messages) {
    List<?> newReports = reports.getResultList();
    Map<UUID, List<UUID>> messagesByReport = new LinkedHashMap<>();
    newReports.forEach(id -> messagesByReport.put((UUID) id, new ArrayList<>()));
    for (Object row : messages.getResultList()) {
      Tuple columns = (Tuple) row;
      messagesByReport
          .computeIfAbsent(columns.get(0, UUID.class), id -> new ArrayList<>())
          .add(columns.get(1, UUID.class));
    }
    return messagesByReport.entrySet().stream()
        .map(
            entry ->
                new Pending(entry.getKey(), newReports.contains(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** Reports that failed before, at most this many, those with the fewest attempts first. */
  List<UUID> failed(int limit) {
    List<?> ids =
        database
            .createNativeQuery(
                """
                select report_id from
                  (select report_id, attempts from report_to_index
                   union all select report_id, attempts from message_to_index) q
                 where attempts > 0 group by report_id order by max(attempts), report_id limit :limit""",
                UUID.class)
            .setParameter("limit", limit)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** Counts a failed attempt for this report and its messages; returns the number of rows. */
  int countAttempt(UUID report) {
    int reports =
        database
            .createNativeQuery(
                """
                update report_to_index set attempts = attempts + 1 where report_id in
                  (select report_id from report_to_index where report_id = :report
                   for update skip locked)""")
            .setParameter("report", report)
            .executeUpdate();
    int messages =
        database
            .createNativeQuery(
                """
                update message_to_index set attempts = attempts + 1 where message_id in
                  (select message_id from message_to_index where report_id = :report
                   for update skip locked)""")
            .setParameter("report", report)
            .executeUpdate();
    return reports + messages;
  }

  void removeMessages(List<UUID> messages) {
    if (!messages.isEmpty()) {
      database
          .createNativeQuery("delete from message_to_index where message_id in (:messages)")
          .setParameter("messages", messages)
          .executeUpdate();
    }
  }

  void removeReport(UUID report) {
    database
        .createNativeQuery("delete from report_to_index where report_id = :report")
        .setParameter("report", report)
        .executeUpdate();
  }

  /**
   * Detaches the entities that the transaction has loaded; otherwise each statement checks all of
   * them for changes. Changes that are not flushed yet are lost.
   */
  void clearLoaded() {
    database.clear();
  }
}

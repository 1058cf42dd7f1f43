package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables of reports and messages that are still to be indexed, {@code report_to_index} and
 * {@code message_to_index}. Callers must have started a transaction; it sees only the rows of its
 * municipalities.
 */
@ApplicationScoped
class PendingReports {

  private static final String NEVER_FAILED = "q.attempts = 0";
  private static final String OF_REPORT = "q.report_id = :report";

  private final EntityManager database;

  PendingReports(EntityManager database) {
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
    return Boolean.TRUE.equals(existsQuery(NEVER_FAILED).getSingleResult());
  }

  /** Whether this report or a message of it is pending. */
  boolean contains(UUID report) {
    return Boolean.TRUE.equals(
        existsQuery(OF_REPORT).setParameter("report", report).getSingleResult());
  }

  private Query existsQuery(String condition) {
    return database.createNativeQuery(
        """
        select exists (select from report_to_index q where %1$s)
            or exists (select from message_to_index q where %1$s)"""
            .formatted(condition),
        Boolean.class);
  }

  /**
   * Locks reports and messages that have not failed before, at most this many of each. Skips those
   * that another transaction has locked.
   */
  List<Pending> lockUntried(int limit) {
    return lock(NEVER_FAILED, Optional.empty(), limit);
  }

  /** Locks this report and its messages; waits while another replica indexes the report. */
  List<Pending> lock(UUID report, int limit) {
    return lock(OF_REPORT, Optional.of(report), limit);
  }

  /**
   * Locks rows together with the report and message that they refer to. Indexing adds rows that
   * refer to the same report or message, and would otherwise wait for another transaction that has
   * locked it.
   */
  private List<Pending> lock(String condition, Optional<UUID> report, int limit) {
    Query reportRows =
        database.createNativeQuery(
            """
            select q.report_id from report_to_index q join report r on r.id = q.report_id
             where %s limit %d for update of q %s for key share of r skip locked"""
                .formatted(condition, limit, report.isPresent() ? "" : "skip locked"),
            UUID.class);
    Query messageRows =
        database.createNativeQuery(
            """
            select q.report_id, q.message_id from message_to_index q
              join message m on m.id = q.message_id join report r on r.id = q.report_id
             where %s limit %d for update of q skip locked for key share of m, r skip locked"""
                .formatted(condition, limit),
            Object[].class);
    report.ifPresent(
        id -> {
          reportRows.setParameter("report", id);
          messageRows.setParameter("report", id);
        });
    List<UUID> newReports = new ArrayList<>();
    Map<UUID, List<UUID>> messages = new LinkedHashMap<>();
    for (Object row : reportRows.getResultList()) {
      newReports.add((UUID) row);
      messages.put((UUID) row, new ArrayList<>());
    }
    for (Object row : messageRows.getResultList()) {
      Object[] columns = (Object[]) row;
      messages.computeIfAbsent((UUID) columns[0], id -> new ArrayList<>()).add((UUID) columns[1]);
    }
    return messages.entrySet().stream()
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
                 where attempts > 0 group by report_id order by max(attempts), report_id limit %d"""
                    .formatted(limit),
                UUID.class)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** Counts a failed attempt for this report and its messages; returns the number of rows. */
  int countAttempt(UUID report) {
    return countAttempt(report, "report") + countAttempt(report, "message");
  }

  private int countAttempt(UUID report, String kind) {
    return database
        .createNativeQuery(
            """
            update %1$s_to_index set attempts = attempts + 1 where %1$s_id in
              (select %1$s_id from %1$s_to_index where report_id = ?1 for update skip locked)"""
                .formatted(kind))
        .setParameter(1, report)
        .executeUpdate();
  }

  void removeMessages(List<UUID> messages) {
    if (!messages.isEmpty()) {
      database
          .createNativeQuery("delete from message_to_index where message_id in (?1)")
          .setParameter(1, messages)
          .executeUpdate();
    }
  }

  void removeReport(UUID report) {
    database
        .createNativeQuery("delete from report_to_index where report_id = ?1")
        .setParameter(1, report)
        .executeUpdate();
  }
}

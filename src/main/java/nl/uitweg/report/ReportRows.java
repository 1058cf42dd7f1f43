package nl.uitweg.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.received.ReceivedFingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Fetches sealed reports with their messages, notes and keys in four queries, however many reports.
 * Uses JDBC rows, because creating ten thousand entities would cost more than decrypting them.
 */
final class ReportRows {

  private final Connection connection;
  private final List<String> municipalities;

  ReportRows(Connection connection, List<String> municipalities) {
    this.connection = connection;
    this.municipalities = municipalities;
  }

  List<SealedReport> fetch(ReportFilter filter, Optional<SealedReport> after, int limit)
      throws SQLException {
    Map<UUID, SealedReport> reports = fetchReports(filter, after, limit);
    fetchTexts(
        "select report_id, id, position, true, sealed from note", reports, report -> report.notes);
    fetchTexts(
        "select report_id, id, position, from_officer, sealed from message",
        reports,
        report -> report.messages);
    fetchConversationAndNotesKeys(reports);
    return List.copyOf(reports.values());
  }

  private Map<UUID, SealedReport> fetchReports(
      ReportFilter filter, Optional<SealedReport> after, int limit) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(municipalityArray(), municipalityArray()));
    StringBuilder where = new StringBuilder();
    filter.state().ifPresent(state -> add(where, values, "s.state = ?", state.name()));
    filter.form().ifPresent(form -> add(where, values, "? = any (s.forms)", form));
    filter.municipality().ifPresent(id -> add(where, values, "s.municipality = ?", id));
    filter.from().ifPresent(day -> add(where, values, "s.received_on >= ?", day));
    filter.until().ifPresent(day -> add(where, values, "s.received_on <= ?", day));
    after.ifPresent(
        last -> {
          add(where, values, "(s.received_on, s.id) < (?, ?)", last.receivedOn);
          values.add(last.id);
        });
    values.add(limit);
    String sql =
        """
        select s.id, s.municipality, s.forms, s.state, s.urgency, s.received_on, s.sealed,
               s.addressed_to, k.recipient, k.wrapped,"""
            + StoredKey.RECORDED_FINGERPRINT_SQL
            + """

        from report s
        left join lateral (
          select what, recipient, wrapped from wrapped_key
          where report_id = s.id and what = 'report' and recipient = any (?)
          order by recipient = s.municipality desc nulls last, recipient
          limit 1) k on true
        where (s.municipality is null or s.municipality = any (?))"""
            + where
            + " order by s.received_on desc, s.id desc limit ?";
    Map<UUID, SealedReport> reports = new LinkedHashMap<>();
    query(
        sql,
        values,
        row -> {
          UUID id = row.getObject(1, UUID.class);
          reports.put(
              id,
              new SealedReport(
                  new ReportOrigin(id, Optional.ofNullable(row.getString(8))),
                  Optional.ofNullable(row.getString(2)),
                  List.of((String[]) row.getArray(3).getArray()),
                  ReportState.valueOf(row.getString(4)),
                  Urgency.valueOf(row.getString(5)),
                  row.getObject(6, LocalDate.class),
                  row.getBytes(7),
                  key(row.getString(9), row.getBytes(10), row.getString(11))));
        });
    return reports;
  }

  private void fetchTexts(
      String select,
      Map<UUID, SealedReport> reports,
      java.util.function.Function<SealedReport, List<SealedReport.Text>> list)
      throws SQLException {
    query(
        select + " where report_id = any (?) order by report_id, position",
        List.of(connection.createArrayOf("uuid", reports.keySet().toArray())),
        row -> {
          SealedReport report = reports.get(row.getObject(1, UUID.class));
          if (report != null) {
            list.apply(report)
                .add(
                    new SealedReport.Text(
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getBytes(5)));
          }
        });
  }

  private void fetchConversationAndNotesKeys(Map<UUID, SealedReport> reports) throws SQLException {
    Object[] withTexts =
        reports.values().stream()
            .filter(report -> !report.messages.isEmpty() || !report.notes.isEmpty())
            .map(report -> report.id)
            .toArray();
    query(
        "select s.id, k.what, k.recipient, k.wrapped, "
            + StoredKey.RECORDED_FINGERPRINT_SQL
            + " from wrapped_key k join report s on s.id = k.report_id"
            + " where k.what in ('conversation', 'notes') and k.report_id = any (?)"
            + " and k.recipient = any (?)"
            + " order by k.recipient = s.municipality nulls first, k.recipient desc",
        List.of(connection.createArrayOf("uuid", withTexts), municipalityArray()),
        row -> {
          SealedReport report = reports.get(row.getObject(1, UUID.class));
          if (report == null) {
            return;
          }
          Optional<StoredKey> key = key(row.getString(3), row.getBytes(4), row.getString(5));
          if (WrappedKey.NOTES.equals(row.getString(2))) {
            report.notesKey = key;
          } else {
            report.conversation = key;
          }
        });
  }

  private static Optional<StoredKey> key(
      @Nullable String recipient, byte @Nullable [] wrapped, @Nullable String recorded) {
    return recipient == null || wrapped == null
        ? Optional.empty()
        : Optional.of(new StoredKey(recipient, wrapped, ReceivedFingerprint.of(recorded)));
  }

  private Array municipalityArray() throws SQLException {
    return connection.createArrayOf("text", municipalities.toArray());
  }

  private static void add(
      StringBuilder where, List<Object> values, String condition, Object value) {
    where.append(" and ").append(condition);
    values.add(value instanceof LocalDate day ? Date.valueOf(day) : value);
  }

  private void query(String sql, List<?> values, RowHandler handler) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Object value : values) {
        statement.setObject(parameter++, value);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          handler.handle(rows);
        }
      }
    }
  }

  /** Handles one row of a result. */
  private interface RowHandler {
    void handle(ResultSet row) throws SQLException;
  }
}

package nl.uitweg.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.received.ReceivedFingerprint;

/**
 * Fetches sealed reports with their messages, notes and keys. The number of queries is seven,
 * however many reports there are; {@link ReportSelection} limits their size in bytes. Uses JDBC
 * instead of entities, because creating ten thousand entities takes longer than decrypting the
 * reports.
 */
final class ReportRows {

  private final Connection connection;
  private final List<String> municipalities;

  ReportRows(Connection connection, List<String> municipalities) {
    this.connection = connection;
    this.municipalities = municipalities;
  }

  /** Fetches reports with their messages and notes. */
  ReportBatch<SealedReport> fetch(ReportFilter filter, Optional<ReportCursor> after, int limit)
      throws SQLException {
    return fetch(select(filter, after, limit, ReportSelection.Parts.ALL));
  }

  /** Fetches reports without messages and notes. */
  ReportBatch<SealedReport> fetchContents(
      ReportFilter filter, Optional<ReportCursor> after, int limit) throws SQLException {
    return fetch(select(filter, after, limit, ReportSelection.Parts.CONTENT));
  }

  ReportBatch<ReportKeys> fetchKeys(ReportFilter filter, Optional<ReportCursor> after, int limit)
      throws SQLException {
    ReportBatch<ReportSelection.Sizes> selected =
        select(filter, after, limit, ReportSelection.Parts.KEYS);
    return new ReportBatch<>(List.copyOf(keys(selected.reports()).values()), selected.next());
  }

  private ReportBatch<ReportSelection.Sizes> select(
      ReportFilter filter, Optional<ReportCursor> after, int limit, ReportSelection.Parts parts)
      throws SQLException {
    return new ReportSelection(connection, municipalities).select(filter, after, limit, parts);
  }

  private ReportBatch<SealedReport> fetch(ReportBatch<ReportSelection.Sizes> selected)
      throws SQLException {
    Map<UUID, SealedReport> reports = fetchReports(keys(selected.reports()));
    fetchTexts(
        "message",
        "from_officer",
        textBytes(selected, ReportSelection.Sizes::messages),
        reports,
        report -> report.messages);
    fetchTexts(
        "note",
        "true as from_officer",
        textBytes(selected, ReportSelection.Sizes::notes),
        reports,
        report -> report.notes);
    return new ReportBatch<>(
        selected.reports().stream()
            .flatMap(sizes -> Optional.ofNullable(reports.get(sizes.id())).stream())
            .toList(),
        selected.next());
  }

  private static Map<UUID, Long> textBytes(
      ReportBatch<ReportSelection.Sizes> selected, ToLongFunction<ReportSelection.Sizes> size) {
    Map<UUID, Long> bytes = new LinkedHashMap<>();
    for (ReportSelection.Sizes sizes : selected.reports()) {
      if (size.applyAsLong(sizes) > 0) {
        bytes.put(sizes.id(), size.applyAsLong(sizes));
      }
    }
    return bytes;
  }

  private Map<UUID, SealedReport> fetchReports(Map<UUID, ReportKeys> keys) throws SQLException {
    Map<UUID, SealedReport> reports = new HashMap<>();
    query(
        """
        select s.id, s.municipality, s.forms, s.state, s.urgency, s.received_on, s.sealed,
               s.addressed_to
        from report s
        where s.id = any (?) and (s.municipality is null or s.municipality = any (?))""",
        List.of(array("uuid", keys.keySet()), array("text", municipalities)),
        row -> {
          UUID id = row.getObject(1, UUID.class);
          ReportKeys keysOfReport = keys.get(id);
          if (keysOfReport != null) {
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
                    keysOfReport));
          }
        });
    return reports;
  }

  /**
   * Fetches the oldest messages or notes of each report.
   *
   * @param bytes maximum total size of the texts, by report; texts beyond it are not loaded
   * @param texts gives the list to which the texts of a report are added
   */
  private void fetchTexts(
      String table,
      String fromOfficer,
      Map<UUID, Long> bytes,
      Map<UUID, SealedReport> reports,
      Function<SealedReport, List<SealedReport.Text>> texts)
      throws SQLException {
    if (bytes.isEmpty()) {
      return;
    }
    query(
        """
        select b.report_id, t.id, t.position, t.from_officer, case when t.total <= b.bytes then t.sealed end
        from unnest(?::uuid[], ?::bigint[]) as b (report_id, bytes)
        cross join lateral (
          select id, position, %s, sealed, sum(octet_length(sealed)) over (order by position) as total
          from %s where report_id = b.report_id) t
        order by b.report_id, t.position"""
            .formatted(fromOfficer, table),
        List.of(array("uuid", bytes.keySet()), array("bigint", bytes.values())),
        row -> {
          SealedReport report = reports.get(row.getObject(1, UUID.class));
          byte[] sealed = row.getBytes(5);
          if (report == null) {
            return;
          }
          if (sealed == null) {
            report.hasAllTexts = false;
          } else {
            texts
                .apply(report)
                .add(
                    new SealedReport.Text(
                        row.getObject(2, UUID.class), row.getInt(3), row.getBoolean(4), sealed));
          }
        });
  }

  private Map<UUID, ReportKeys> keys(List<ReportSelection.Sizes> reports) throws SQLException {
    Map<UUID, StoredKey> report = keys(WrappedKey.REPORT, ids(reports, sizes -> 1));
    Map<UUID, StoredKey> conversation =
        keys(WrappedKey.CONVERSATION, ids(reports, ReportSelection.Sizes::messages));
    Map<UUID, StoredKey> notes = keys(WrappedKey.NOTES, ids(reports, ReportSelection.Sizes::notes));
    Map<UUID, ReportKeys> keys = new LinkedHashMap<>();
    for (ReportSelection.Sizes sizes : reports) {
      UUID id = sizes.id();
      keys.put(
          id,
          new ReportKeys(
              id,
              Optional.ofNullable(report.get(id)),
              Optional.ofNullable(conversation.get(id)),
              Optional.ofNullable(notes.get(id))));
    }
    return keys;
  }

  private static List<UUID> ids(
      List<ReportSelection.Sizes> reports, ToLongFunction<ReportSelection.Sizes> size) {
    return reports.stream()
        .filter(sizes -> size.applyAsLong(sizes) > 0)
        .map(ReportSelection.Sizes::id)
        .toList();
  }

  /** One wrapped key of each report; prefers the municipality that has the report. */
  private Map<UUID, StoredKey> keys(String keyName, List<UUID> reports) throws SQLException {
    Map<UUID, StoredKey> keys = new HashMap<>();
    if (reports.isEmpty()) {
      return keys;
    }
    query(
        "select s.id, k.recipient, k.wrapped, "
            + StoredKey.RECORDED_FINGERPRINT_SQL
            + """

             from report s
             cross join lateral (
               select what, recipient, wrapped from wrapped_key
               where report_id = s.id and what = ? and recipient = any (?)
               order by recipient = s.municipality desc nulls last, recipient
               limit 1) k
             where s.id = any (?)""",
        List.of(keyName, array("text", municipalities), array("uuid", reports)),
        row ->
            keys.put(
                row.getObject(1, UUID.class),
                new StoredKey(
                    row.getString(2), row.getBytes(3), ReceivedFingerprint.of(row.getString(4)))));
    return keys;
  }

  private Array array(String type, Collection<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }

  private void query(String sql, List<?> values, RowHandler handler) throws SQLException {
    try (PreparedStatement statement = ReportSelection.prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        handler.handle(rows);
      }
    }
  }

  /** Handles one row of a result. */
  private interface RowHandler {
    void handle(ResultSet row) throws SQLException;
  }
}

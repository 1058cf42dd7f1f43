package nl.uitweg.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Selects the reports of one batch by their sizes, before any sealed content is loaded. An attacker
 * with the public login can store any number of rows of the largest size, so a maximum number of
 * reports alone would not limit the memory that a batch takes.
 */
final class ReportSelection {

  /**
   * Maximum total size of the sealed content in one batch. A batch of one report may be larger: the
   * database limits the size of a report, and {@link #MAX_TEXT_BYTES} limits that of its texts.
   */
  static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;

  /**
   * Maximum total size of the messages of one report, and also of its notes. When they exceed it,
   * the latest are not loaded. A thousand long messages fit.
   */
  static final int MAX_TEXT_BYTES = 2 * 1024 * 1024;

  /** Rows per round trip; small, because a batch of large reports ends after a few rows. */
  private static final int FETCH_SIZE = 100;

  /** Which parts of the reports are loaded, and the SQL expressions of their sizes in bytes. */
  enum Parts {
    /** Only keys: the size of the messages or notes is 1 when there are any. */
    KEYS(
        "0, (select 1 from message where report_id = s.id limit 1),"
            + " (select 1 from note where report_id = s.id limit 1)"),
    CONTENT("octet_length(s.sealed), 0, 0"),
    ALL(
        "octet_length(s.sealed),"
            + " (select sum(octet_length(sealed)) from message where report_id = s.id),"
            + " (select sum(octet_length(sealed)) from note where report_id = s.id)");

    private final String sizes;

    Parts(String sizes) {
      this.sizes = sizes;
    }
  }

  /**
   * A report and the sizes of its parts in bytes.
   *
   * @param messages size of the messages, at most {@link #MAX_TEXT_BYTES}
   * @param notes size of the notes, at most {@link #MAX_TEXT_BYTES}
   */
  record Sizes(UUID id, long content, long messages, long notes) {
    private long total() {
      return content + messages + notes;
    }
  }

  private final Connection connection;
  private final List<String> municipalities;

  ReportSelection(Connection connection, List<String> municipalities) {
    this.connection = connection;
    this.municipalities = municipalities;
  }

  /** The newest matching reports after the cursor, at least one when there are any. */
  ReportBatch<Sizes> select(
      ReportFilter filter, Optional<ReportCursor> after, int limit, Parts parts)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    String sql =
        "select s.id, s.received_on, "
            + parts.sizes
            + " from report s where "
            + where(filter, after, values)
            + " order by s.received_on desc, s.id desc limit ?";
    values.add(limit + 1);
    List<Sizes> selected = new ArrayList<>();
    Optional<ReportCursor> last = Optional.empty();
    long bytes = 0;
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Sizes sizes =
              new Sizes(
                  rows.getObject(1, UUID.class),
                  rows.getLong(3),
                  Math.min(rows.getLong(4), MAX_TEXT_BYTES),
                  Math.min(rows.getLong(5), MAX_TEXT_BYTES));
          bytes += sizes.total();
          if (selected.size() == limit || (!selected.isEmpty() && bytes > MAX_BATCH_BYTES)) {
            return new ReportBatch<>(selected, last);
          }
          selected.add(sizes);
          last = Optional.of(new ReportCursor(rows.getObject(2, LocalDate.class), sizes.id()));
        }
      }
    }
    return new ReportBatch<>(selected, Optional.empty());
  }

  private String where(ReportFilter filter, Optional<ReportCursor> after, List<Object> values)
      throws SQLException {
    Array municipalityArray = connection.createArrayOf("text", municipalities.toArray());
    values.add(municipalityArray);
    StringBuilder where = new StringBuilder("(s.municipality is null or s.municipality = any (?))");
    filter.state().ifPresent(state -> add(where, values, "s.state = ?", state.name()));
    filter.form().ifPresent(form -> add(where, values, "? = any (s.forms)", form));
    filter.municipality().ifPresent(id -> add(where, values, "s.municipality = ?", id));
    filter.from().ifPresent(day -> add(where, values, "s.received_on >= ?", day));
    filter.until().ifPresent(day -> add(where, values, "s.received_on <= ?", day));
    after.ifPresent(
        cursor -> {
          add(where, values, "(s.received_on, s.id) < (?, ?)", cursor.receivedOn());
          values.add(cursor.id());
        });
    return where.toString();
  }

  private static void add(
      StringBuilder where, List<Object> values, String condition, Object value) {
    where.append(" and ").append(condition);
    values.add(value instanceof LocalDate day ? Date.valueOf(day) : value);
  }

  static PreparedStatement prepare(Connection connection, String sql, List<?> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      int parameter = 1;
      for (Object value : values) {
        statement.setObject(parameter++, value);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}

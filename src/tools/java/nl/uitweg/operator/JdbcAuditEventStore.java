package nl.uitweg.operator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditFields;

/**
 * Reads the audit events over a connection of its own, for {@link VerifyCommand}, which runs
 * outside the application.
 */
final class JdbcAuditEventStore implements AutoCloseable {

  private static final int FETCH_SIZE = 2_000;

  private final Connection connection;

  private JdbcAuditEventStore(Connection connection) {
    this.connection = connection;
  }

  /** The audit events cannot be read; the message says why. */
  static final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableException(SQLException cause) {
      super("The audit events cannot be read: " + cause.getMessage(), cause);
    }
  }

  /** Connects to the database. */
  static JdbcAuditEventStore connect(String jdbcUrl, String user, String password)
      throws UnreadableException {
    try {
      Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
      // PostgreSQL fetches rows in batches only within a transaction.
      connection.setAutoCommit(false);
      return new JdbcAuditEventStore(connection);
    } catch (SQLException e) {
      throw new UnreadableException(e);
    }
  }

  /** Passes all events to the action, in order of position. */
  void forEach(Consumer<AuditEvent> action) throws UnreadableException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery("select * from audit_event order by position")) {
        while (rows.next()) {
          action.accept(event(rows));
        }
      }
    } catch (SQLException e) {
      throw new UnreadableException(e);
    }
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return AuditEvent.stored(
        row.getLong("position"),
        row.getTimestamp("at").toInstant(),
        new AuditFields(
            row.getString("actor"),
            row.getString("action"),
            row.getString("object"),
            row.getString("result"),
            row.getString("reason")),
        row.getString("previous"),
        row.getString("hash"));
  }

  @Override
  public void close() throws UnreadableException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new UnreadableException(e);
    }
  }
}

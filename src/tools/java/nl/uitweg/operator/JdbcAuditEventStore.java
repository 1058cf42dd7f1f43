package nl.uitweg.operator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditFields;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;

/**
 * Reads and adds audit events over a connection of its own, for commands that run outside the
 * application.
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

  /** Uses a connection with an open transaction. */
  static JdbcAuditEventStore on(Connection connection) {
    return new JdbcAuditEventStore(connection);
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

  /** Names of the reports and dossiers that were purged, in order of the events. */
  List<String> purged() throws UnreadableException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select object from audit_event where action = ? group by object order by min(position)")) {
      statement.setString(1, AuditAction.PURGE.code());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> objects = new ArrayList<>();
        while (rows.next()) {
          objects.add(rows.getString(1));
        }
        return objects;
      }
    } catch (SQLException e) {
      throw new UnreadableException(e);
    }
  }

  /**
   * Adds events to the chain, in the transaction of a connection, which then holds the lock on the
   * chain until it ends.
   *
   * @param actor name of the officer or command that acts
   */
  static void add(Connection connection, String actor, List<Added> events) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(0, " + AuditTrail.CHAIN_LOCK + ")");
      long position = 0;
      String head = AuditEvent.GENESIS_HASH;
      try (ResultSet last =
          statement.executeQuery(
              "select position, hash from audit_event order by position desc limit 1")) {
        if (last.next()) {
          position = last.getLong(1);
          head = last.getString(2);
        }
      }
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      for (Added added : events) {
        position++;
        AuditFields fields =
            new AuditFields(
                actor,
                added.action().code(),
                added.object(),
                AuditResult.DONE.code(),
                added.reason());
        AuditEvent event = new AuditEvent(position, now, fields, head);
        insert(connection, event, fields, head);
        head = event.hash();
      }
    }
  }

  /** An event to add, about something that was done. */
  record Added(AuditAction action, String object, String reason) {}

  private static void insert(
      Connection connection, AuditEvent event, AuditFields fields, String previous)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into audit_event (position, at, actor, action, object, result, reason, previous, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, event.position());
      statement.setObject(2, event.at().atOffset(ZoneOffset.UTC));
      statement.setString(3, fields.actor());
      statement.setString(4, fields.action());
      statement.setString(5, fields.object());
      statement.setString(6, fields.result());
      statement.setString(7, fields.reason());
      statement.setString(8, previous);
      statement.setString(9, event.hash());
      statement.execute();
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

package nl.uitweg.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and changes the audit events as a superuser of the database. */
public final class AuditRows {

  private AuditRows() {}

  /**
   * The events of an object, oldest first, each as one line with actor, action, result and reason.
   * Omits the event {@code received}, which the system itself writes.
   */
  public static List<String> about(String object) {
    return query(
        "select concat_ws(' ', actor, action, result, nullif(reason, '')) from audit_event"
            + " where object = ? and action <> 'received' order by position",
        object);
  }

  /** Number of refusals recorded for an actor. */
  public static int refusals(String actor) {
    return query("select action from audit_event where result = 'refused' and actor = ?", actor)
        .size();
  }

  /** The first column of every row of a query, as text. */
  public static List<String> query(String query, String... values) {
    try (Connection superuser = superuser();
        PreparedStatement statement = superuser.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> column = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          column.add(rows.getString(1));
        }
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs an SQL statement that changes rows without the application.
   *
   * @throws IllegalStateException when it changes no row
   */
  public static void change(String change) {
    try (Connection superuser = superuser();
        PreparedStatement statement = superuser.prepareStatement(change)) {
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("No row was changed by: " + change);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}

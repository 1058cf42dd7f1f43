package nl.uitweg.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the audit, as the owner of the database reads and changes it. */
public final class AuditRows {

  private AuditRows() {}

  /**
   * Everything that somebody did with an object, oldest first: actor, action, result and reason in
   * one line. Not the record of what was received, which the system makes.
   */
  public static List<String> about(String object) {
    return query(
        "select concat_ws(' ', actor, action, result, nullif(reason, '')) from audit_event"
            + " where object = ? and action <> 'received' order by position",
        object);
  }

  /** How often somebody was refused something. */
  public static int refusals(String actor) {
    return query("select action from audit_event where result = 'refused' and actor = ?", actor)
        .size();
  }

  /** The first column of what a query gives. */
  public static List<String> query(String query, String... values) {
    try (Connection owner = owner();
        PreparedStatement statement = owner.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes rows behind the back of the site; at least one. */
  public static void change(String change) {
    try (Connection owner = owner();
        PreparedStatement statement = owner.prepareStatement(change)) {
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("Nothing was changed");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}

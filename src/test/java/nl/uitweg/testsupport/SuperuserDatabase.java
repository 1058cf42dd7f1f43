package nl.uitweg.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Access to the database of a test run with the rights of a superuser. */
public final class SuperuserDatabase {

  private SuperuserDatabase() {}

  /** The first column of every row, as text. */
  public static List<String> values(String query, Object... parameters) {
    List<String> values = new ArrayList<>();
    try (Connection superuser = connection();
        PreparedStatement statement = prepare(superuser, query, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Number of rows of a table. */
  public static long count(String table) {
    return Long.parseLong(values("select count(*) from " + table).get(0));
  }

  /** Runs a statement and returns the number of changed rows. */
  public static int change(String change, Object... parameters) {
    try (Connection superuser = connection();
        PreparedStatement statement = prepare(superuser, change, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a transaction waits for a lock. */
  public static void awaitLock() {
    TestTimeout.await("a transaction waits for a lock")
        .until(
            () ->
                values(
                    "select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'"),
            waiting -> !waiting.isEmpty());
  }

  private static PreparedStatement prepare(Connection superuser, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = superuser.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}

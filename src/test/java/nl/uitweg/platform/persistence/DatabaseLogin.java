package nl.uitweg.platform.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.testsupport.Servers;

/**
 * A database login, and the role it sets after connecting.
 *
 * @param role empty for none
 */
record DatabaseLogin(String user, String role) {

  static DatabaseLogin of(String user) {
    return new DatabaseLogin(user, "");
  }

  /** The superuser of the cluster, which the application never uses. */
  static DatabaseLogin superuser() {
    return of(Servers.database().superuser());
  }

  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(Servers.database().jdbcUrl(), user, "");
    if (!role.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set role " + role);
      }
    }
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String toString() {
    return role.isEmpty() ? user : user + " as " + role;
  }
}

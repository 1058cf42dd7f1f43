package nl.uitweg.bench.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.uitweg.testsupport.KillableDatabase;

/** What is in the database after the faults, read as a superuser. */
final class StoredFacts {

  private final KillableDatabase database;

  StoredFacts(KillableDatabase database) {
    this.database = database;
  }

  long count(String query) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void execute(String command) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(command);
    }
  }

  /** Ids of reports that nobody has handled yet. */
  List<UUID> newReports() throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery("select id from report where state = 'NEW' order by id")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }
}

package nl.uitweg.operator;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.uitweg.platform.persistence.DatabaseSchemaException;
import nl.uitweg.platform.persistence.LockTimeout;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Runs the migrations in {@code db/migration}, in a separate step with a separate database login.
 * Serving processes only check the version ({@code platform.persistence.DatabaseCheck}).
 */
public final class Migrations {

  /** Role that owns every table; it cannot log in (deploy/postgresql/roles.sql). */
  public static final String OWNER = "portal_owner";

  /** Login of the migration step, which assumes the role {@link #OWNER}. */
  public static final String LOGIN = "portal_migrate";

  private static final String FOLDER = "db/migration";

  /**
   * Limits how long a migration waits for a lock, unless the login has a limit of its own. An
   * attacker who took over a serving process could hold a lock forever.
   */
  private static final String LIMIT_LOCK_WAIT =
      """
      select set_config('lock_timeout', '1min', false)
      where current_setting('lock_timeout') = '0'""";

  /** Kept, because a logger that nothing refers to loses its level. */
  private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * Migrates the database to the newest version.
   *
   * @return the version of the database
   * @throws DatabaseSchemaException when the login does not have the role of the owner, or a
   *     migration fails
   */
  public static int run(String jdbcUrl, String user, String password) {
    try {
      requireOwner(jdbcUrl, user, password);
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(jdbcUrl, user, password)
              .initSql(LIMIT_LOCK_WAIT)
              .locations("classpath:" + FOLDER)
              .load();
      flyway.migrate();
      return Integer.parseInt(flyway.info().current().getVersion().getVersion());
    } catch (SQLException | FlywayException e) {
      throw new DatabaseSchemaException(
          "The database cannot be migrated: "
              + (LockTimeout.isCauseOf(e)
                  ? "another session holds a lock. Nothing was changed. Stop the serving processes"
                      + " or end their sessions (docs/operations.md), then try again."
                  : e.getMessage()),
          e);
    }
  }

  /**
   * The version to which {@link #run} migrates.
   *
   * @param login any login that can connect to some database
   */
  static int newestVersion(DatabaseLogin login) {
    FLYWAY_LOG.setLevel(Level.WARNING);
    MigrationInfo[] all =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(login.jdbcUrl(), login.user(), login.password())
            .locations("classpath:" + FOLDER)
            .load()
            .info()
            .all();
    return Arrays.stream(all)
        .mapToInt(migration -> Integer.parseInt(migration.getVersion().getVersion()))
        .max()
        .orElseThrow();
  }

  /**
   * Requires the owner role, because tables created by another login would belong to that login.
   */
  private static void requireOwner(String jdbcUrl, String user, String password)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select current_user")) {
      result.next();
      if (!result.getString(1).equals(OWNER)) {
        throw new DatabaseSchemaException(
            "Only "
                + LOGIN
                + " migrates the database, acting as "
                + OWNER
                + "; this login acts as "
                + result.getString(1)
                + ". Run deploy/postgresql/roles.sql first.");
      }
    }
  }
}

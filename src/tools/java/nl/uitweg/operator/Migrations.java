package nl.uitweg.platform.persistence;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the migrations in {@code db/migration}, in a separate step with a separate database login.
 * Serving processes only check the version ({@link DatabaseCheck}).
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

  private static final Pattern FILE = Pattern.compile("V(\\d+)__.*\\.sql");

  private Migrations() {}

  /**
   * Migrates the database to the newest version.
   *
   * @return that version
   * @throws DatabaseSchemaException when the login does not have the role of the owner, or a
   *     migration fails
   */
  public static int run(String jdbcUrl, String user, String password) {
    try {
      requireOwner(jdbcUrl, user, password);
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(jdbcUrl, user, password)
          .initSql(LIMIT_LOCK_WAIT)
          .locations("classpath:" + FOLDER)
          .load()
          .migrate();
      return newest();
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

  /** The version that this application needs: the highest number of a migration file. */
  static int newest() {
    AtomicInteger newest = new AtomicInteger();
    try {
      ClassPathUtils.consumeAsPaths(
          Migrations.class.getClassLoader(), FOLDER, folder -> scan(folder, newest));
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + " cannot be read", e);
    }
    return newest.get();
  }

  private static void scan(Path folder, AtomicInteger newest) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> FILE.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .mapToInt(file -> Integer.parseInt(file.group(1)))
          .max()
          .ifPresent(version -> newest.accumulateAndGet(version, Math::max));
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + " cannot be read", e);
    }
  }
}

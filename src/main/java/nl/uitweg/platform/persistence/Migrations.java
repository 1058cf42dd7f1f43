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
 * The migrations in {@code db/migration}. They run in a step of their own, with a login of their
 * own; a serving process only looks at the version ({@link DatabaseCheck}).
 */
public final class Migrations {

  /** Owns every table; nobody logs in as it (deploy/postgresql/roles.sql). */
  public static final String OWNER = "portal_owner";

  /** The login of the migration step, which acts as the owner. */
  public static final String LOGIN = "portal_migrate";

  private static final String FOLDER = "db/migration";
  private static final Pattern FILE = Pattern.compile("V(\\d+)__.*\\.sql");

  private Migrations() {}

  /**
   * Brings the database to the newest version.
   *
   * @return that version
   * @throws DatabaseSchemaException when the login does not act as the owner, or a migration fails
   */
  public static int run(String jdbcUrl, String user, String password) {
    try {
      requireOwner(jdbcUrl, user, password);
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(jdbcUrl, user, password)
          .locations("classpath:" + FOLDER)
          .load()
          .migrate();
      return newest();
    } catch (SQLException | FlywayException e) {
      throw new DatabaseSchemaException("The database cannot be migrated: " + e.getMessage(), e);
    }
  }

  /** Tables made by anyone else would belong to that login, with all the rights it has. */
  private static void requireOwner(String jdbcUrl, String user, String password)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_user")) {
      row.next();
      if (!row.getString(1).equals(OWNER)) {
        throw new DatabaseSchemaException(
            "Only "
                + LOGIN
                + " migrates the database, acting as "
                + OWNER
                + "; this login acts as "
                + row.getString(1)
                + ". Run deploy/postgresql/roles.sql first.");
      }
    }
  }

  /** The version that this application needs. */
  static int newest() {
    AtomicInteger newest = new AtomicInteger();
    try {
      ClassPathUtils.consumeAsPaths(
          Migrations.class.getClassLoader(), FOLDER, folder -> look(folder, newest));
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + " cannot be read", e);
    }
    return newest.get();
  }

  private static void look(Path folder, AtomicInteger newest) {
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

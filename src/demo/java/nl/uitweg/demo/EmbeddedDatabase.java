package nl.uitweg.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import nl.uitweg.operator.Migrations;

/**
 * A real PostgreSQL server with its data in a folder that is kept between runs, with the roles and
 * the schema of an installation.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String DATABASE_NAME = "uitweg";
  private static final String SUPERUSER = "postgres";

  /**
   * Comment on the database that marks it as demo or test; {@code bin/seed} refuses any other
   * database.
   */
  public static final String DATABASE_COMMENT = "Uitweg, demo or test: no real reports";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * Starts the server, creates what is missing and migrates the schema.
   *
   * @param folder data directory of the cluster; created when it does not exist
   * @throws DemoException when the folder is incomplete, or the server cannot be started
   */
  public static EmbeddedDatabase start(Path folder) {
    requireComplete(folder);
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPort(LocalPorts.findFree()) // the library's own choice may be taken meanwhile
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPGStartupWait(START_TIMEOUT)
              .setServerConfig("fsync", "on") // the library disables both for speed
              .setServerConfig("synchronous_commit", "on")
              .start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres);
      database.prepare(folder);
      return database;
    } catch (IOException | IllegalStateException e) {
      throw new DemoException(
          "PostgreSQL cannot be started in " + folder + ": " + e.getMessage(), e);
    }
  }

  private void prepare(Path folder) throws IOException {
    try {
      createDatabase();
      requireOwnedTables(folder);
      Migrations.run(jdbcUrl(), Migrations.LOGIN, "");
      Files.writeString(folder.resolve("uitweg.complete"), "");
    } catch (IOException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /**
   * Checks that the creation of the cluster was completed. An incomplete cluster cannot be used and
   * must not be mistaken for an empty folder.
   */
  static void requireComplete(Path folder) {
    boolean exists = Files.isDirectory(folder) && !isEmpty(folder);
    boolean complete =
        Files.exists(folder.resolve("PG_VERSION"))
            && Files.exists(folder.resolve("global/pg_control"))
            && Files.exists(folder.resolve("uitweg.complete"));
    if (exists && !complete) {
      throw new DemoException(
          "The data folder "
              + folder
              + " is incomplete, because an earlier start was interrupted; remove it and start"
              + " again.");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new DemoException("The data folder " + folder + " cannot be read.", e);
    }
  }

  private void createDatabase() throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet databases =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE_NAME + "'")) {
      if (!databases.next()) {
        statement.execute("create database " + DATABASE_NAME);
      }
      statement.execute("comment on database " + DATABASE_NAME + " is '" + DATABASE_COMMENT + "'");
    } catch (SQLException e) {
      throw new IOException("the database cannot be created: " + e.getMessage(), e);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    } catch (SQLException e) {
      throw new IOException("the roles cannot be created: " + e.getMessage(), e);
    }
  }

  /**
   * Checks that the owner role owns the tables. Tables of an older version belong to the superuser
   * and cannot be migrated.
   */
  private void requireOwnedTables(Path folder) throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet others =
            statement.executeQuery(
                "select 1 from pg_tables where schemaname = 'public' and tableowner <> '"
                    + Migrations.OWNER
                    + "'")) {
      if (others.next()) {
        throw new DemoException(
            "The data folder "
                + folder
                + " was made by an older version; remove it and start again.");
      }
    } catch (SQLException e) {
      throw new IOException("the tables cannot be read", e);
    }
  }

  private Connection connect() throws SQLException {
    return postgres.getDatabase(SUPERUSER, DATABASE_NAME).getConnection();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE_NAME;
  }

  /**
   * User name of the superuser, for tests that read or change rows that no role of the application
   * may read or change.
   */
  public String superuser() {
    return SUPERUSER;
  }

  /**
   * User name of a process that serves both tiers. No password is needed, because the cluster
   * trusts all local logins.
   */
  public String user() {
    return "portal_all";
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new DemoException("PostgreSQL cannot be stopped: " + e.getMessage(), e);
    }
  }
}

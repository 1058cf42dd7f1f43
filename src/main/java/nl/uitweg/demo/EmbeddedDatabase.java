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
import nl.uitweg.platform.persistence.DatabaseSchemaException;
import nl.uitweg.platform.persistence.Migrations;

/**
 * A real PostgreSQL in a folder, kept between runs, with the roles and the schema of an
 * installation.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String NAME = "uitweg";
  private static final String SUPERUSER = "postgres";

  /** What the database says about itself; samples are made in no other ({@code bin/seed}). */
  public static final String MARK = "Uitweg, demo or test: no real reports";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /**
   * @param folder data of the cluster; made when it is not there
   * @throws DemoProblem when the folder is half written, or the server does not start
   */
  public static EmbeddedDatabase start(Path folder) {
    requireWhole(folder);
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("fsync", "on") // the library turns both off, for speed
              .setServerConfig("synchronous_commit", "on")
              .start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres);
      database.prepare(folder);
      return database;
    } catch (IOException | IllegalStateException | DatabaseSchemaException e) {
      throw new DemoProblem("PostgreSQL does not start in " + folder + ": " + e.getMessage(), e);
    }
  }

  private void prepare(Path folder) throws IOException {
    try {
      createDatabase();
      requireLayout(folder);
      Migrations.run(jdbcUrl(), Migrations.LOGIN, "");
      Files.writeString(folder.resolve("uitweg.complete"), "");
    } catch (IOException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /**
   * A cluster that was interrupted while it was made cannot be used, and must not be taken for an
   * empty one.
   */
  static void requireWhole(Path folder) {
    boolean begun = Files.isDirectory(folder) && !isEmpty(folder);
    boolean whole =
        Files.exists(folder.resolve("PG_VERSION"))
            && Files.exists(folder.resolve("global/pg_control"))
            && Files.exists(folder.resolve("uitweg.complete"));
    if (begun && !whole) {
      throw new DemoProblem(
          "The data folder "
              + folder
              + " is half written, because an earlier start was interrupted; remove it and start"
              + " again.");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new DemoProblem("The data folder " + folder + " cannot be read.", e);
    }
  }

  private void createDatabase() throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
      statement.execute("comment on database " + NAME + " is '" + MARK + "'");
    } catch (SQLException e) {
      throw new IOException("the database cannot be made", e);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    } catch (SQLException e) {
      throw new IOException("the roles cannot be made: " + e.getMessage(), e);
    }
  }

  /** Tables of an older version belong to the superuser; they are not taken over. */
  private void requireLayout(Path folder) throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet others =
            statement.executeQuery(
                "select 1 from pg_tables where schemaname = 'public' and tableowner <> '"
                    + Migrations.OWNER
                    + "'")) {
      if (others.next()) {
        throw new DemoProblem(
            "The data folder "
                + folder
                + " was made by an older version; remove it and start again.");
      }
    } catch (SQLException e) {
      throw new IOException("the tables cannot be read", e);
    }
  }

  private Connection connect() throws SQLException {
    return postgres.getDatabase(SUPERUSER, NAME).getConnection();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
  }

  /** The superuser of this cluster, for who looks at or changes what nobody may. */
  public String superuser() {
    return SUPERUSER;
  }

  /** The login of a process that serves both tiers; the cluster trusts every local login. */
  public String user() {
    return "portal_all";
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new DemoProblem("PostgreSQL does not stop: " + e.getMessage(), e);
    }
  }
}

package nl.uitweg.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.testsupport.ProcessTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/migrate} as an administrator does, on a new database. */
@ProcessTest
class MigrateCommandTest {

  @TempDir static Path data;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void startDatabase() {
    database = EmbeddedDatabase.start(data.resolve("database"));
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  private record Result(int status, String output) {}

  @Test
  void migratesANewDatabaseOnceTheRolesExist() throws Exception {
    String url = create("fresh");
    Result early = migrate(url, Migrations.LOGIN);
    assertThat(early.status()).isEqualTo(2);
    assertThat(early.output()).contains("permission denied for schema public");
    execute(url, Files.readString(Path.of("deploy/postgresql/roles.sql")));
    Result first = migrate(url, Migrations.LOGIN);
    assertThat(first.status()).isZero();
    assertThat(first.output()).containsPattern("The database schema is at version [1-9]\\d*\\.");
    Result again = migrate(url, Migrations.LOGIN);
    assertThat(again.status()).isZero();
    assertThat(again.output()).contains("No migration necessary");
  }

  @Test
  void endsWhenAnotherSessionHoldsALock() throws Exception {
    String url = create("locked");
    execute(url, Files.readString(Path.of("deploy/postgresql/roles.sql")));
    try (Connection open = DriverManager.getConnection(url, database.superuser(), "");
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("create table report ()");
      Result result = migrate(url + "?options=-c%20lock_timeout=1s", Migrations.LOGIN);
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.output()).contains("another session holds a lock");
    }
  }

  @Test
  void rejectsOtherLogins() throws Exception {
    String url = create("other");
    execute(url, Files.readString(Path.of("deploy/postgresql/roles.sql")));
    for (String user : new String[] {database.superuser(), "portal_public"}) {
      Result result = migrate(url, user);
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.output()).contains("this login acts as " + user);
    }
  }

  @Test
  void reportsAMissingJdbcUrl() throws Exception {
    Result result = migrate("", Migrations.LOGIN);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).contains("QUARKUS_DATASOURCE_JDBC_URL is not set");
  }

  private static String create(String name) throws SQLException {
    execute(database.jdbcUrl(), "create database " + name);
    return database.jdbcUrl().replace("/uitweg", "/" + name);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection superuser = DriverManager.getConnection(url, database.superuser(), "");
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Result migrate(String url, String user) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bin/migrate").redirectErrorStream(true);
    builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", url);
    builder.environment().put("PORTAL_MIGRATION_USERNAME", user);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}

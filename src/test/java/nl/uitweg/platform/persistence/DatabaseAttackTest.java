package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.testsupport.Servers;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs in with each login, also the one that migrates, and tries to become the owner. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class DatabaseAttackTest {

  private static final String NOT_ALLOWED = "42501"; // SQLSTATE insufficient_privilege
  private static final String NOT_VALID = "23514"; // SQLSTATE check_violation

  /** A report as the public tier stores it. */
  private static final Map<String, String> ROW =
      Map.of(
          "id", "portal_report()",
          "municipality", "'zandvoort'",
          "addressed_to", "'zandvoort'",
          "forms", "array['labour']",
          "state", "'NEW'",
          "urgency", "'NORMAL'",
          "received_on", "current_date",
          "closed_on", "null",
          "sealed", "'\\x02'::bytea",
          "version", "0");

  /** PostgreSQL answers these in a transaction before it looks at who asks. */
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("create (tablespace|database)|alter system");

  static Stream<DatabaseLogin> serving() {
    return Stream.of(
        DatabaseLogin.of("portal_public"),
        DatabaseLogin.of("portal_backoffice"),
        DatabaseLogin.of("portal_all"),
        new DatabaseLogin("portal_all", "portal_public"),
        new DatabaseLogin("portal_all", "portal_backoffice"));
  }

  static Stream<DatabaseLogin> all() {
    return Stream.concat(serving(), Stream.of(DatabaseLogin.of("portal_migrate")));
  }

  static Stream<DatabaseLogin> visitors() {
    return Stream.of(
        DatabaseLogin.of("portal_public"),
        DatabaseLogin.of("portal_all"),
        new DatabaseLogin("portal_all", "portal_public"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobody_reaches_past_the_schema(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FOR_NOBODY);
  }

  @ParameterizedTest
  @MethodSource("serving")
  void who_serves_creates_and_changes_nothing(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FOR_WHO_SERVES);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void the_public_tier_gets_nothing_of_the_desk(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FOR_THE_PUBLIC_TIER);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void the_public_tier_locks_no_table(DatabaseLogin login) throws SQLException {
    List<String> locks =
        tables().stream()
            .flatMap(
                table ->
                    Stream.of("share", "share row exclusive", "exclusive", "access exclusive")
                        .map(mode -> "lock table " + table + " in " + mode + " mode"))
            .toList();
    assertThat(locks).hasSizeGreaterThan(40);
    assertRefused(login, locks);
  }

  @Test
  void the_public_tier_stores_no_report_that_the_desk_cannot_load() throws SQLException {
    SoftAssertions refused = new SoftAssertions();
    for (String change : DatabaseAttacks.MALFORMED) {
      refused.assertThat(store(change)).as(change).isIn(NOT_ALLOWED, NOT_VALID);
    }
    refused.assertAll();
    assertThat(store("urgency = 'URGENT'")).isEqualTo("succeeded");
  }

  /** What PostgreSQL says to a report with these columns; undone afterwards. */
  private static String store(String change) throws SQLException {
    Map<String, String> row = new TreeMap<>(ROW);
    for (String column : change.split("; ", -1)) {
      String[] parts = column.split(" = ", 2);
      row.put(parts[0], parts[1]);
    }
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('portal.report', gen_random_uuid()::text, true)");
      String answer =
          state(
              statement,
              "insert into report (%s) values (%s)"
                  .formatted(String.join(", ", row.keySet()), String.join(", ", row.values())));
      connection.rollback();
      return answer;
    }
  }

  @Test
  void the_login_that_migrates_becomes_the_owner_and_nobody_else() throws SQLException {
    DatabaseLogin migration = DatabaseLogin.of(Migrations.LOGIN);
    for (String role : List.of("portal_public", "portal_backoffice", "portal_all")) {
      assertRefused(migration, List.of("set role " + role));
    }
    try (Connection connection = migration.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_user, session_user")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(Migrations.OWNER);
      assertThat(row.getString(2)).isEqualTo(Migrations.LOGIN);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobody_ends_the_session_of_the_superuser(DatabaseLogin login) throws SQLException {
    try (Connection other = DatabaseLogin.superuser().connect();
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      int pid = row.getInt(1);
      assertRefused(
          login,
          List.of(
              "select pg_terminate_backend(" + pid + ")", "select pg_cancel_backend(" + pid + ")"));
    }
  }

  private static void assertRefused(DatabaseLogin login, List<String> attacks) throws SQLException {
    SoftAssertions refused = new SoftAssertions();
    for (String attack : attacks) {
      // Each in a transaction that is undone: one that succeeds changes nothing for the next test.
      try (Connection connection = login.connect();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(NO_TRANSACTION.matcher(attack).lookingAt());
        statement.execute("set lock_timeout = '5s'");
        refused
            .assertThat(state(statement, attack))
            .as(login + ": " + attack)
            .isEqualTo(NOT_ALLOWED);
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    }
    refused.assertAll();
  }

  private static String state(Statement statement, String attack) {
    try {
      statement.execute(attack);
      return "succeeded";
    } catch (SQLException e) {
      return List.of(NOT_ALLOWED, NOT_VALID).contains(e.getSQLState())
          ? e.getSQLState()
          : e.getSQLState() + " " + e.getMessage();
    }
  }

  private static List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = DatabaseLogin.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}

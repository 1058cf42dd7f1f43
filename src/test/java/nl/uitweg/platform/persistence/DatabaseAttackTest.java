package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import nl.uitweg.operator.Migrations;
import nl.uitweg.testsupport.ServerTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connects with each database login, including the one that migrates, and attempts forbidden
 * statements.
 */
@ServerTest
class DatabaseAttackTest {

  private static final String INSUFFICIENT_PRIVILEGE = "42501"; // SQLSTATE insufficient_privilege
  private static final String TOO_MANY_CONNECTIONS = "53300"; // SQLSTATE too_many_connections
  private static final String CONFIGURATION_LIMIT_EXCEEDED =
      "53400"; // SQLSTATE configuration_limit_exceeded
  private static final String CHECK_VIOLATION = "23514"; // SQLSTATE check_violation

  /** SQL values by column of a report as the public tier inserts it. */
  private static final Map<String, String> VALID_ROW =
      Map.of(
          "id", "portal_report()",
          "municipality", "'zilvervoort'",
          "addressed_to", "'zilvervoort'",
          "forms", "array['labour']",
          "state", "'NEW'",
          "urgency", "'NORMAL'",
          "received_on", "current_date",
          "closed_on", "null",
          "sealed", "'\\x02'::bytea",
          "version", "0");

  /** Statements that PostgreSQL rejects inside a transaction before it checks privileges. */
  private static final Pattern NOT_TRANSACTIONAL =
      Pattern.compile("create (tablespace|database)|alter system");

  static Stream<DatabaseLogin> servingLogins() {
    return Stream.of(
        DatabaseLogin.of("portal_public"),
        DatabaseLogin.of("portal_backoffice"),
        DatabaseLogin.of("portal_all"),
        new DatabaseLogin("portal_all", "portal_public"),
        new DatabaseLogin("portal_all", "portal_backoffice"));
  }

  static Stream<DatabaseLogin> allLogins() {
    return Stream.concat(servingLogins(), Stream.of(DatabaseLogin.of("portal_migrate")));
  }

  static Stream<DatabaseLogin> publicLogins() {
    return Stream.of(
        DatabaseLogin.of("portal_public"),
        DatabaseLogin.of("portal_all"),
        new DatabaseLogin("portal_all", "portal_public"));
  }

  @ParameterizedTest
  @MethodSource("allLogins")
  void rejectsAttacksOutsideTheSchemaForEveryLogin(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FORBIDDEN_FOR_ALL);
  }

  @ParameterizedTest
  @MethodSource("servingLogins")
  void rejectsSchemaChangesForServingLogins(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FORBIDDEN_FOR_SERVING);
  }

  @ParameterizedTest
  @MethodSource("publicLogins")
  void rejectsAccessOfThePublicTierToTheDesk(DatabaseLogin login) throws SQLException {
    assertRefused(login, DatabaseAttacks.FORBIDDEN_FOR_PUBLIC_TIER);
  }

  @ParameterizedTest
  @MethodSource("publicLogins")
  void rejectsTableLocksOfThePublicTier(DatabaseLogin login) throws SQLException {
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
  void rejectsReportsThatTheDeskCannotLoad() throws SQLException {
    SoftAssertions refused = new SoftAssertions();
    for (String change : DatabaseAttacks.MALFORMED_COLUMNS) {
      refused
          .assertThat(insertReport(change))
          .as(change)
          .isIn(INSUFFICIENT_PRIVILEGE, CHECK_VIOLATION);
    }
    refused.assertAll();
    assertThat(insertReport("urgency = 'URGENT'")).isEqualTo("succeeded");
  }

  /** Inserts a report with changed columns and rolls back; returns the SQLSTATE or "succeeded". */
  private static String insertReport(String change) throws SQLException {
    Map<String, String> row = new TreeMap<>(VALID_ROW);
    for (String column : change.split("; ", -1)) {
      String[] parts = column.split(" = ", 2);
      row.put(parts[0], parts[1]);
    }
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('portal.report', gen_random_uuid()::text, true)");
      String answer =
          sqlState(
              statement,
              "insert into report (%s) values (%s)"
                  .formatted(String.join(", ", row.keySet()), String.join(", ", row.values())));
      connection.rollback();
      return answer;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_backoffice", "portal_all"})
  void leavesConnectionsForOtherLogins(String login) throws SQLException {
    List<Connection> opened = new ArrayList<>();
    try {
      assertThatThrownBy(
              () -> {
                while (opened.size() < 60) {
                  opened.add(DatabaseLogin.of(login).connect());
                }
              })
          .isInstanceOfSatisfying(
              SQLException.class,
              refusal -> assertThat(refusal.getSQLState()).isEqualTo(TOO_MANY_CONNECTIONS));
      try (Connection migration = DatabaseLogin.of(Migrations.LOGIN).connect()) {
        assertThat(migration.isValid(0)).isTrue();
      }
    } finally {
      for (Connection connection : opened) {
        connection.close();
      }
    }
  }

  /** Sorts more than the 64 MB that a query may write to temporary files. */
  @Test
  void publicLoginCannotFillTheDiskWithTemporaryFiles() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set work_mem = '64kB'");
      assertThat(
              sqlState(
                  statement,
                  "select count(*) from (select md5(g::text) || repeat('x', 1000)"
                      + " from generate_series(1, 100000) g order by 1 offset 1) sorted"))
          .startsWith(CONFIGURATION_LIMIT_EXCEEDED);
    }
  }

  @Test
  void migrationLoginAssumesTheOwnerRoleOnly() throws SQLException {
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
  @MethodSource("allLogins")
  void rejectsTerminatingTheSessionOfTheSuperuser(DatabaseLogin login) throws SQLException {
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
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '5s'");
      for (String attack : attacks) {
        // Each runs in a transaction that is rolled back, so that one that succeeds does not affect
        // the next.
        connection.setAutoCommit(NOT_TRANSACTIONAL.matcher(attack).lookingAt());
        refused
            .assertThat(sqlState(statement, attack))
            .as(login + ": " + attack)
            .isEqualTo(INSUFFICIENT_PRIVILEGE);
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
      }
    }
    refused.assertAll();
  }

  private static String sqlState(Statement statement, String attack) {
    try {
      statement.execute(attack);
      return "succeeded";
    } catch (SQLException e) {
      return List.of(INSUFFICIENT_PRIVILEGE, CHECK_VIOLATION).contains(e.getSQLState())
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

package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests what an attacker with the database login of the public tier cannot do to a stored report of
 * which they know the id or the receipt code.
 */
@ServerTest
class PublicLoginTest {

  private static final String REFUSED = "42501"; // insufficient_privilege
  private static final String INVALID = "23514"; // check_violation

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into wrapped_key values ('%1$s', 'report', 'elsewhere', 'x', 50)",
        "insert into wrapped_key values ('%1$s', 'attachment/%2$s', 'elsewhere', 'x', 50)",
        "insert into receipt values ('another', '%1$s', 'x')",
        "insert into attachment (id, report_id, position, sealed, voucher)"
            + " values (gen_random_uuid(), '%1$s', 2, 'x', 'x')",
        "insert into attachment_chunk values ('%2$s', 20, 'x')",
      })
  void rejectsRowsForReportWithKnownId(String attack) throws SQLException {
    StoredFile file = sendFile();
    assertThat(
            sqlState(
                "select set_config('portal.report', '%s', true)".formatted(file.report()),
                attack.formatted(file.report(), file.id())))
        .isEqualTo(REFUSED);
  }

  @Test
  void rejectsChunkForStoredFileWithCode() throws SQLException {
    StoredFile file = sendFile();
    assertThat(
            sqlState(
                scopeOfReporter(file.report()),
                "insert into attachment_chunk values ('%s', 20, 'x')".formatted(file.id())))
        .isEqualTo(REFUSED);
  }

  @Test
  void hidesRowsOfReportWithKnownId() throws SQLException {
    StoredFile file = sendFile();
    try (Connection login = login();
        Statement statement = login.createStatement()) {
      statement.execute("select set_config('portal.report', '%s', false)".formatted(file.report()));
      for (String table : new String[] {"report", "receipt", "attachment", "message"}) {
        assertThat(first(statement, "select count(*) from " + table)).as(table).isEqualTo("0");
      }
      assertThat(first(statement, "select count(recipient) from wrapped_key")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'WITHDRAWN', version = 2147483647",
        "state = 'WITHDRAWN'",
        "state = 'IN_PROGRESS', version = version + 1",
        "version = version + 1",
      })
  void allowsOnlyStateChangesOfReporter(String change) throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "frozen by its version", "unknown");
    assertThat(sqlState(scopeOfReporter(report.id()), "update report set " + change))
        .isEqualTo(INVALID);
    assertThat(
            sqlState(
                scopeOfReporter(report.id()),
                "update report set state = 'WITHDRAWN', version = version + 1"))
        .isEqualTo("succeeded");
  }

  /**
   * Recipients may be added only in the transaction that inserts the report, not after an update.
   */
  @Test
  void rejectsRecipientAddedAfterStateChange() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "changed and then extended", "unknown");
    String scope =
        scopeOfReporter(report.id())
            + "; select set_config('portal.report', '%s', true)".formatted(report.id())
            + "; update report set state = 'WITHDRAWN', version = version + 1";
    assertThat(
            sqlState(
                scope,
                "insert into wrapped_key values ('%s', 'report', 'elsewhere', 'x', 50)"
                    .formatted(report.id())))
        .isEqualTo(REFUSED);
  }

  @Test
  void rejectsMessageInsertedAsRead() throws SQLException {
    SentReport report = SentReport.send("zilvervoort", "read before it arrives", "unknown");
    String insert =
        "insert into message (id, report_id, position, from_officer, read, sealed)"
            + " values (gen_random_uuid(), '%s', 1, false, %s, 'x')";
    assertThat(sqlState(scopeOfReporter(report.id()), insert.formatted(report.id(), true)))
        .isEqualTo(REFUSED);
    assertThat(sqlState(scopeOfReporter(report.id()), insert.formatted(report.id(), false)))
        .isEqualTo("succeeded");
  }

  private record StoredFile(String report, String id) {}

  private static StoredFile sendFile() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "a file that somebody attacks", "unknown");
    assertThat(FormClient.code(form.sendWithFile("1.txt", "the evidence"))).hasSize(20);
    String[] row =
        SuperuserDatabase.values(
                "select report_id || ' ' || id from attachment order by xmin::text::bigint desc")
            .get(0)
            .split(" ", -1);
    return new StoredFile(row[0], row[1]);
  }

  /**
   * SQL that gives the transaction the scope of a reporter who has entered the code of this report.
   */
  private static String scopeOfReporter(String report) throws SQLException {
    return "select set_config('portal.lookup', '%s', true)"
        .formatted(
            SuperuserDatabase.values(
                    "select encode(lookup_id, 'hex') from receipt where report_id::text = ?",
                    report)
                .get(0));
  }

  private static Connection login() throws SQLException {
    return DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
  }

  private static String first(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** SQLSTATE of the attack after the SQL that sets the scope, or "succeeded". Rolls back both. */
  private static String sqlState(String scope, String attack) throws SQLException {
    try (Connection login = login();
        Statement statement = login.createStatement()) {
      login.setAutoCommit(false);
      statement.execute(scope);
      try {
        statement.execute(attack);
        return "succeeded";
      } catch (SQLException e) {
        return e.getSQLState();
      } finally {
        login.rollback();
      }
    }
  }
}

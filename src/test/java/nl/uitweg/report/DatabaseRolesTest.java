package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with each database login that it cannot do what its role must not do. */
@ServerTest
class DatabaseRolesTest {

  private static final List<String> TABLES =
      List.of(
          "report",
          "wrapped_key",
          "receipt",
          "attachment",
          "attachment_chunk",
          "note",
          "translation",
          "message",
          "taken_back_message",
          "agenda_item",
          "saved_view",
          "audit_event");

  private static boolean sent;

  @BeforeEach
  void sendReportToEachMunicipality() {
    if (sent) {
      return;
    }
    sent = true;
    for (String municipality : List.of("lindestede", "ankerdaal", "zilvervoort", "dont-know")) {
      FormClient form = new FormClient("nl");
      form.fillIn(municipality, "voor de rollen", "unknown");
      assertThat(FormClient.code(form.press("send"))).hasSize(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_all"})
  void seesNoRowsWithoutScope(String role) throws SQLException {
    for (String table : TABLES) {
      assertThat(rowsOrZeroIfDenied(role, "", "select count(*) from " + table)).as(table).isZero();
    }
  }

  @Test
  void publicLoginCannotReadColumnsOfDesk() {
    String scope =
        "select set_config('portal.report', (select id::text from report limit 1), false)";
    for (String column : List.of("sealed", "municipality", "forms", "urgency", "closed_on")) {
      assertThatThrownBy(() -> rows("portal_public", scope, "select " + column + " from report"))
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> rows("portal_public", "", "select sealed from attachment"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows("portal_public", "", "select content from attachment_chunk"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows("portal_public", "", "select wrapped from wrapped_key"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows("portal_public", "", "select * from note"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows("portal_public", "", "select * from translation"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> rows("portal_public", "", "select * from audit_event"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void publicLoginGainsNothingFromSettingsOfOtherRoles() throws SQLException {
    String all =
        "select set_config('portal.municipalities', 'lindestede,ankerdaal,zilvervoort', false)";
    assertThat(rows("portal_public", all, "select count(*) from report")).isZero();
    assertThat(rows("portal_public", all, "select count(*) from message")).isZero();
    String lookup = "select set_config('portal.lookup', '00112233445566778899aabbccddeeff', false)";
    assertThat(rows("portal_public", lookup, "select count(*) from receipt")).isZero();
    assertThat(rows("portal_public", lookup, "select portal_delete_read_messages()")).isZero();
    assertThat(
            rows(
                "portal_public", lookup, "select portal_take_back_message(gen_random_uuid())::int"))
        .isZero();
  }

  @Test
  void loginsCannotAssumeOtherRoles() {
    for (String role : List.of("portal_backoffice", "portal_all", "postgres")) {
      assertThatThrownBy(() -> rows("portal_public", "", "set role " + role))
          .as(role)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> rows("portal_backoffice", "", "set role portal_public"))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal_public", "portal_backoffice"})
  void changesNothingWithoutScope(String role) throws SQLException {
    for (String change :
        List.of(
            "update report set state = 'CLOSED', closed_on = now()",
            "update report set sealed = ''",
            "delete from report",
            "delete from wrapped_key",
            "delete from receipt",
            "delete from note",
            "delete from translation",
            "delete from agenda_item",
            "update agenda_item set day = current_date",
            "delete from saved_view",
            "delete from message",
            "delete from taken_back_message",
            "delete from attachment",
            "update attachment_chunk set content = ''",
            "delete from attachment_chunk",
            "update audit_event set actor = 'x'",
            "delete from audit_event",
            "truncate audit_event",
            "drop table audit_event",
            "alter table report disable row level security")) {
      assertThat(changedOrZeroIfDenied(role, change)).as(change).isZero();
    }
  }

  @Test
  void deskSeesOnlyMunicipalitiesOfItsTransaction() throws SQLException {
    String zilvervoort = "select set_config('portal.municipalities', 'zilvervoort', false)";
    assertThat(
            rows(
                "portal_backoffice",
                zilvervoort,
                "select count(*) from report where municipality <> 'zilvervoort'"))
        .isZero();
    assertThat(
            rows(
                "portal_backoffice",
                zilvervoort,
                "select count(*) from report where municipality = 'zilvervoort'"))
        .isPositive();
    assertThat(
            rows(
                "portal_backoffice",
                zilvervoort,
                "select count(*) from wrapped_key k where not exists (select from report s where s.id = k.report_id)"))
        .isZero();
    assertThat(rows("portal_backoffice", "", "select count(*) from report")).isZero();
    assertThat(rows("portal_backoffice", "", "select count(*) from wrapped_key")).isZero();
  }

  @Test
  void deskCannotAssignReportToOtherMunicipality() {
    String zilvervoort = "select set_config('portal.municipalities', 'zilvervoort', false)";
    assertThatThrownBy(
            () ->
                rows(
                    "portal_backoffice",
                    zilvervoort,
                    "update report set municipality = 'lindestede' returning 1"))
        .hasMessageContaining("row-level security");
  }

  @Test
  void connectionReturnedToPoolLosesScope() throws SQLException {
    try (Connection connection = connect("portal_all")) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "select set_config('role', 'portal_backoffice', true),"
                + " set_config('portal.municipalities', 'zilvervoort', true)");
        assertThat(count(statement, "select count(*) from report")).isPositive();
        connection.commit();
        assertThatThrownBy(() -> count(statement, "select count(*) from report"))
            .hasMessageContaining("permission denied");
        connection.rollback();
        statement.execute("select set_config('role', 'portal_backoffice', true)");
        assertThat(count(statement, "select count(*) from report")).isZero();
      }
    }
  }

  private static long rowsOrZeroIfDenied(String role, String setting, String query)
      throws SQLException {
    try {
      return rows(role, setting, query);
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("permission denied");
      return 0;
    }
  }

  private static long changedOrZeroIfDenied(String role, String change) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(change);
    } catch (SQLException e) {
      assertThat(e.getMessage()).containsAnyOf("permission denied", "must be owner");
      return 0;
    }
  }

  private static long rows(String role, String setting, String query) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      if (!setting.isEmpty()) {
        statement.execute(setting);
      }
      return count(statement, query);
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    if (!statement.execute(query)) {
      return 0;
    }
    try (ResultSet rows = statement.getResultSet()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(Servers.database().jdbcUrl(), role, "");
  }
}

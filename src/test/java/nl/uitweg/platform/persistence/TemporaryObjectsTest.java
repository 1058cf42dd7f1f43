package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Attacks {@code security definer} functions with temporary objects that shadow the real ones; such
 * an attack once gave the public login the rights of the owner. The test allows temporary objects,
 * so that the functions themselves have to resist. Each test first shows that its temporary objects
 * are used by a statement that is not protected. An injected function stores the role as which it
 * ran in the setting {@code intruder.ran_as}.
 */
@ServerTest
class TemporaryObjectsTest {

  private static final String INTRUDER =
      """
      create function pg_temp.intruder() returns trigger language plpgsql as
        $$ begin
          perform set_config('intruder.ran_as', current_user, false);
          return coalesce(new, old);
        end $$;
      """;

  private static final List<String> QUEUES =
      List.of("report_notification", "report_to_index", "message_to_index");

  /** Tables that the statistics functions read, as views that call the injected function. */
  private static final String SHADOWED_TABLES =
      """
      create function pg_temp.intrude(answer text) returns text language plpgsql volatile as
        $$ begin perform set_config('intruder.ran_as', current_user, false); return answer; end $$;
      create temporary view report as
        select pg_temp.intrude('00000000-0000-0000-0000-000000000001')::uuid as id,
          'intruder'::text as municipality, '{}'::text[] as forms, 'CLOSED'::text as state,
          current_date as received_on, current_date as closed_on, current_date as keep_until;
      create temporary view handling as
        select pg_temp.intrude('00000000-0000-0000-0000-000000000001')::uuid as report_id,
          now() as first_read_at;
      create temporary view facet as
        select pg_temp.intrude('00000000-0000-0000-0000-000000000001')::uuid as report_id,
          '\\x01'::bytea as value, true as trace;
      create temporary view tombstone as
        select current_date as month, pg_temp.intrude('zilvervoort') as municipality,
          '{}'::text[] as forms;
      create temporary view referral as
        select pg_temp.intrude('00000000-0000-0000-0000-000000000001')::uuid as report_id,
          'care'::text as recipient;
      grant all on pg_temp.report, pg_temp.handling, pg_temp.facet, pg_temp.tombstone,
        pg_temp.referral to public;
      create domain pg_temp.date as pg_catalog.text;
      """;

  private static final List<String> STATISTICS =
      List.of(
          "select count(*) from public.portal_closed_reports()",
          "select count(*) from public.portal_count_reports('2020-01-01'::pg_catalog.date,"
              + " '2040-01-01'::pg_catalog.date)",
          "select count(*) from public.portal_count_referred_reports("
              + "'2020-01-01'::pg_catalog.date, '2040-01-01'::pg_catalog.date)",
          "select public.portal_find_matches('00000000-0000-0000-0000-000000000001'::pg_catalog.uuid,"
              + " array['\\x01'::bytea], '2020-01-01'::pg_catalog.date)",
          "select count(*) from public.portal_announce_matches()",
          "select count(*) from public.portal_matches("
              + "array['00000000-0000-0000-0000-000000000001'::pg_catalog.uuid])",
          "select public.portal_answer_match('00000000-0000-0000-0000-000000000001',"
              + " '00000000-0000-0000-0000-000000000001', true, 'x')",
          "select count(*) from public.portal_agreed_match("
              + "'00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001')",
          "select public.portal_end_matching()");

  private final UUID report = UUID.randomUUID();

  @BeforeEach
  void allowTemporaryObjects() throws SQLException {
    DatabaseLogin.superuser()
        .execute("grant temporary on database uitweg to portal_public, portal_backoffice");
  }

  @AfterEach
  void revokeTemporaryObjects() throws SQLException {
    DatabaseLogin.superuser()
        .execute("revoke temporary on database uitweg from portal_public, portal_backoffice");
    SuperuserDatabase.change("delete from report where id = ?", report);
  }

  @Test
  void triggersIgnoreTemporaryTables() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(INTRUDER);
      for (String table : QUEUES) {
        statement.execute("create temporary table %1$s (id uuid, report_id uuid)".formatted(table));
        setTrap(statement, table);
      }
      statement.execute("set search_path = pg_temp, pg_catalog, public");
      for (String table : QUEUES) {
        statement.execute("insert into " + table + " (report_id) values (null)");
        assertThat(ranAs(statement)).as("control: " + table).isEqualTo("portal_public");
        statement.execute("truncate pg_temp." + table);
      }
      insertReportAndMessage(connection, statement, false);
      assertThat(ranAs(statement)).isEmpty();
      for (String table : QUEUES) {
        assertThat(count(statement, "pg_temp." + table)).as(table).isZero();
      }
    }
    assertThat(queued("report_notification")).as("of the report and its message").isEqualTo("2");
    assertThat(queued("report_to_index")).isEqualTo("1");
    assertThat(queued("message_to_index")).isEqualTo("1");
  }

  @Test
  void deletionOfMessagesIgnoresTemporaryTables() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      insertReportAndMessage(connection, statement, true);
      statement.execute(INTRUDER);
      statement.execute(
          "create temporary table message as select gen_random_uuid() as id, '%1$s'::uuid as"
                  .formatted(report)
              + " report_id, true as read");
      statement.execute(
          "create temporary table receipt as select '%1$s'::uuid as report_id, '%2$s'::bytea as"
                  .formatted(report, lookupId())
              + " lookup_id");
      setTrap(statement, "message");
      setTrap(statement, "receipt");
      statement.execute("set search_path = pg_temp, pg_catalog, public");
      connection.setAutoCommit(false);
      statement.execute("delete from message where read");
      assertThat(ranAs(statement)).as("control").isEqualTo("portal_public");
      connection.rollback();
      connection.setAutoCommit(true);
      assertThat(text(statement, "select public.portal_delete_read_messages()"))
          .as("the real message")
          .isEqualTo("1");
      assertThat(ranAs(statement)).isEmpty();
      assertThat(count(statement, "pg_temp.message")).isOne();
    }
  }

  @Test
  void statisticsFunctionsIgnoreTemporaryObjects() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_backoffice").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(SHADOWED_TABLES);
      statement.execute("set search_path = pg_temp, pg_catalog, public");
      statement.execute("select set_config('portal.municipalities', 'zilvervoort', true)");
      for (String table : List.of("report", "handling", "facet", "tombstone", "referral")) {
        text(statement, "select to_jsonb(t) from " + table + " t");
        assertThat(ranAs(statement)).as("control: " + table).isEqualTo("portal_backoffice");
      }
      assertThat(text(statement, "select 'no date'::date"))
          .as("control: date")
          .isEqualTo("no date");
      for (String function : STATISTICS) {
        text(statement, function);
        assertThat(ranAs(statement)).as(function).isEmpty();
      }
      connection.rollback();
    }
  }

  /** Lets the injected function run before every row of this temporary table changes. */
  private static void setTrap(Statement statement, String table) throws SQLException {
    statement.execute(
        """
        grant all on pg_temp.%1$s to public;
        create trigger intruder before insert or delete on pg_temp.%1$s
          for each row execute function pg_temp.intruder();
        """
            .formatted(table));
  }

  private void insertReportAndMessage(Connection connection, Statement statement, boolean read)
      throws SQLException {
    connection.setAutoCommit(false);
    statement.execute("select set_config('portal.report', '" + report + "', true)");
    statement.execute(
        "insert into public.report (id, forms, state, urgency, received_on, sealed, version)"
            + " values ('%1$s', '{}', 'NEW', 'NORMAL', current_date, 'x', 0)".formatted(report));
    statement.execute(
        "insert into public.receipt values ('%1$s', '%2$s', 'x')".formatted(lookupId(), report));
    connection.commit();
    connection.setAutoCommit(true);
    statement.execute(
        "select set_config('portal.lookup', '%1$s', false)".formatted(lookupId().substring(2)));
    statement.execute(
        "insert into public.message values (gen_random_uuid(), '%1$s', 1, false, false, 'x')"
            .formatted(report));
    if (read) {
      SuperuserDatabase.change("update message set read = true where report_id = ?", report);
    }
  }

  private String lookupId() {
    return "\\x" + report.toString().replace("-", "");
  }

  private String queued(String table) throws SQLException {
    return SuperuserDatabase.values(
            "select count(*) from " + table + " where report_id = ?", report)
        .get(0);
  }

  /** Returns the role as which the injected function ran, or empty, and clears it. */
  private static String ranAs(Statement statement) throws SQLException {
    String role = text(statement, "select coalesce(current_setting('intruder.ran_as', true), '')");
    statement.execute("select set_config('intruder.ran_as', '', false)");
    return role;
  }

  private static long count(Statement statement, String table) throws SQLException {
    return Long.parseLong(text(statement, "select count(*) from " + table));
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}

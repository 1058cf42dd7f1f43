package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Attacks {@code security definer} functions with temporary objects that shadow the real ones,
 * which once gave the public login the rights of the owner. The test allows temporary objects, so
 * that the functions themselves have to resist.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class TemporaryObjectsTest {

  private static final String INTRUDER =
      """
      create function pg_temp.intruder() returns trigger language plpgsql as
        $$ begin perform set_config('intruder.was', current_user, false); return new; end $$;
      """;

  @BeforeEach
  void allowTemporaryObjects() throws SQLException {
    DatabaseLogin.superuser()
        .execute("grant temporary on database uitweg to portal_public, portal_backoffice");
  }

  @AfterEach
  void revokeTemporaryObjects() throws SQLException {
    DatabaseLogin.superuser()
        .execute("revoke temporary on database uitweg from portal_public, portal_backoffice");
  }

  @Test
  void triggersIgnoreTemporaryTables() throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = DatabaseLogin.of("portal_public").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(INTRUDER);
      for (String table :
          new String[] {"report_notification", "report_to_index", "message_to_index"}) {
        statement.execute(
            "create temporary table "
                + table
                + " (id bigint, report_id uuid, message_id uuid);"
                + " grant all on pg_temp."
                + table
                + " to public;"
                + " create trigger intruder before insert on pg_temp."
                + table
                + " for each row execute function pg_temp.intruder()");
      }
      statement.execute("set search_path = pg_temp, public");
      statement.execute("select set_config('portal.report', '" + id + "', true)");
      statement.execute(
          "insert into public.report (id, forms, state, urgency, received_on, sealed, version)"
              + " values ('"
              + id
              + "', '{}', 'NEW', 'NORMAL', current_date, 'x', 0)");
      assertThat(text(statement, "select coalesce(current_setting('intruder.was', true), '')"))
          .isEmpty();
      assertThat(text(statement, "select count(*) from pg_temp.report_notification"))
          .isEqualTo("0");
      assertThat(text(statement, "select count(*) from pg_temp.report_to_index")).isEqualTo("0");
      connection.rollback();
    }
  }

  @Test
  void countsIgnoreTemporaryViews() throws SQLException {
    try (Connection connection = DatabaseLogin.of("portal_backoffice").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          create function pg_temp.who() returns text language plpgsql volatile as
            $$ begin perform set_config('intruder.was', current_user, false); return 'CLOSED'; end $$;
          create temporary view report as select gen_random_uuid() as id, 'intruder'::text as municipality,
            '{}'::text[] as forms, pg_temp.who() as state, current_date as received_on,
            current_date as closed_on, current_date as keep_until;
          grant all on pg_temp.report to public;
          create domain pg_temp.date as pg_catalog.text;
          set search_path = pg_temp, public;
          select set_config('portal.municipalities', 'zandvoort', true);
          """);
      statement.execute("select count(*) from public.portal_closed_reports()");
      statement.execute(
          "select count(*) from public.portal_count_reports('2020-01-01'::pg_catalog.date,"
              + " '2040-01-01'::pg_catalog.date)");
      statement.execute(
          "select count(*) from public.portal_count_referred_reports('2020-01-01'::pg_catalog.date,"
              + " '2040-01-01'::pg_catalog.date)");
      statement.execute(
          "select count(*) from public.portal_elsewhere('{}'::bytea[],"
              + " '2020-01-01'::pg_catalog.date)");
      assertThat(text(statement, "select coalesce(current_setting('intruder.was', true), '')"))
          .isEmpty();
      connection.rollback();
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}

package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Checks the owners of all database objects and the privileges of all roles. */
@ServerTest
class OwnershipTest {

  @Test
  void ownerOwnsEverythingExceptDefinerFunctions() throws SQLException {
    assertThat(
            rows(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " and relowner <> 'portal_owner'::regrole"
                    + " union all select proname from pg_proc where not prosecdef"
                    + " and pronamespace = 'public'::regnamespace"
                    + " and proowner <> 'portal_owner'::regrole"
                    + " union all select nspname from pg_namespace where nspname = 'public'"
                    + " and nspowner <> 'portal_owner'::regrole"))
        .isEmpty();
  }

  @Test
  void superuserOwnsNoObjectOfTheApplication() throws SQLException {
    assertThat(
            rows(
                "select relname from pg_class where oid >= 16384"
                    + " and relnamespace <> 'pg_toast'::regnamespace"
                    + " and pg_get_userbyid(relowner) not like 'portal\\_%'"
                    + " union all select proname from pg_proc where oid >= 16384"
                    + " and pg_get_userbyid(proowner) not like 'portal\\_%'"))
        .isEmpty();
  }

  @Test
  void rolesHaveOnlyExpectedAttributesAndMemberships() throws SQLException {
    assertThat(
            rows(
                "select rolname from pg_roles where rolname like 'portal\\_%' and (rolsuper"
                    + " or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
        .isEmpty();
    assertThat(
            rows(
                "select rolname from pg_roles where rolname like 'portal\\_%' and not rolcanlogin"))
        .containsExactlyInAnyOrder("portal_owner", "portal_intake", "portal_statistics");
    assertThat(
            rows(
                "select member::regrole || ' > ' || roleid::regrole from pg_auth_members"
                    + " where member::regrole::text like 'portal\\_%'"))
        .containsExactlyInAnyOrder(
            "portal_all > portal_public",
            "portal_all > portal_backoffice",
            "portal_migrate > portal_owner",
            "portal_owner > portal_intake",
            "portal_owner > portal_statistics");
  }

  @Test
  void everyTableHasRowLevelSecurity() throws SQLException {
    assertThat(
            rows(
                "select relname from pg_class where relkind in ('r', 'p')"
                    + " and relnamespace = 'public'::regnamespace and not relrowsecurity"))
        .containsExactly("flyway_schema_history");
  }

  @Test
  void onlyTheOwnerMayCreateObjects() throws SQLException {
    assertThat(
            rows(
                "select rolname from pg_roles where rolname <> 'pg_database_owner' and not rolsuper"
                    + " and (has_schema_privilege(oid, 'public', 'create')"
                    + " or has_database_privilege(oid, current_database(), 'create, temporary'))"))
        .containsExactlyInAnyOrder("portal_owner");
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DatabaseLogin.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}

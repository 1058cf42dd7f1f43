package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Checks every {@code security definer} function: its owner, who may call it, and that it resolves
 * the same objects for every caller. A function that is not on the list fails the test.
 */
@ServerTest
class DefinerFunctionsTest {

  /** By function: its owner, and the roles that may call it in addition to the owner. */
  private static final Map<String, String> OWNER_AND_CALLERS =
      Map.ofEntries(
          Map.entry("queue_report_indexing()", "portal_intake: nobody"),
          Map.entry("queue_report_notification()", "portal_intake: nobody"),
          Map.entry("queue_message_notification()", "portal_intake: nobody"),
          Map.entry("queue_message_indexing()", "portal_intake: nobody"),
          Map.entry(
              "portal_probe_write()",
              "portal_intake: portal_public, portal_backoffice, portal_all"),
          Map.entry("portal_is_stored()", "portal_intake: portal_public"),
          Map.entry("portal_delete_read_messages()", "portal_intake: portal_public"),
          Map.entry("portal_take_back_message(uuid)", "portal_intake: portal_public"),
          Map.entry("portal_count_reports(date,date)", "portal_statistics: portal_backoffice"),
          Map.entry(
              "portal_count_referred_reports(date,date)", "portal_statistics: portal_backoffice"),
          Map.entry("portal_new_report_number()", "portal_statistics: portal_backoffice"),
          Map.entry("portal_due_agenda_items(text[],date)", "portal_statistics: portal_backoffice"),
          Map.entry("portal_new_dossier_number()", "portal_statistics: portal_backoffice"),
          Map.entry("portal_closed_reports()", "portal_statistics: portal_backoffice"),
          Map.entry("queue_report_matching()", "portal_statistics: nobody"),
          Map.entry("forget_match_of_report()", "portal_statistics: nobody"),
          Map.entry("forget_match_of_trace()", "portal_statistics: nobody"),
          Map.entry(
              "portal_find_matches(uuid,bytea[],date)", "portal_statistics: portal_backoffice"),
          Map.entry("portal_announce_matches()", "portal_statistics: portal_backoffice"),
          Map.entry("portal_matches(uuid[])", "portal_statistics: portal_backoffice"),
          Map.entry(
              "portal_answer_match(uuid,uuid,boolean,text)",
              "portal_statistics: portal_backoffice"),
          Map.entry("portal_agreed_match(uuid,uuid)", "portal_statistics: portal_backoffice"),
          Map.entry("portal_end_matching()", "portal_statistics: portal_backoffice"));

  private static final Pattern RELATION_REFERENCE =
      Pattern.compile("\\b(?:from|join|into|update|using|only)\\s+(\\w+)");

  private record DefinerFunction(String name, String rights, String path, String source) {}

  @Test
  void listsEveryDefinerFunction() throws SQLException {
    Map<String, String> functions = new TreeMap<>();
    definerFunctions().forEach(function -> functions.put(function.name(), function.rights()));
    assertThat(functions).containsExactlyInAnyOrderEntriesOf(OWNER_AND_CALLERS);
  }

  @Test
  void searchesTemporaryObjectsLast() throws SQLException {
    assertThat(definerFunctions())
        .allSatisfy(
            function ->
                assertThat(function.path())
                    .as(function.name())
                    .isEqualTo("search_path=pg_catalog, public, pg_temp"));
  }

  @Test
  void qualifiesEveryName() throws SQLException {
    List<String> names = names();
    assertThat(names).contains("report", "report_notification", "portal_lookup");
    for (DefinerFunction function : definerFunctions()) {
      Matcher reference = RELATION_REFERENCE.matcher(function.source());
      while (reference.find()) {
        assertThat(names)
            .as(function.name() + ": " + reference.group())
            .doesNotContain(reference.group(1));
      }
      for (String name : names.stream().filter(n -> n.startsWith("portal_")).toList()) {
        assertThat(function.source()).doesNotContainPattern("(?<!public\\.)\\b" + name + "\\b");
      }
    }
  }

  private static List<DefinerFunction> definerFunctions() throws SQLException {
    List<DefinerFunction> functions = new ArrayList<>();
    try (Connection connection = DatabaseLogin.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select p.oid::regprocedure::text,
                       p.proowner::regrole || ': ' || coalesce((
                         select string_agg(case a.grantee when 0 then 'everyone' else a.grantee::regrole::text end, ', ')
                           from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                          where a.grantee <> p.proowner), 'nobody'),
                       array_to_string(p.proconfig, ';'), p.prosrc
                  from pg_proc p
                 where p.prosecdef
                """)) {
      while (rows.next()) {
        functions.add(
            new DefinerFunction(
                rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    assertThat(functions).isNotEmpty();
    return functions;
  }

  /** Names of the relations and functions in the schema. */
  private static List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = DatabaseLogin.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " union select proname from pg_proc"
                    + " where pronamespace = 'public'::regnamespace")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}

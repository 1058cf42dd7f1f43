package nl.uitweg.desk.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.related.ReportTraces;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;
import nl.uitweg.report.Reports;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/**
 * What somebody with the database login of the desk, restricted to one municipality, learns of
 * another one through the functions for matches.
 */
@ServerTest
class MatchDatabaseTest {

  private static final String OPEN_MATCHES = "select count(*) from municipality_match";

  @TestHTTPResource("/")
  String root;

  @Inject MatchingJob job;
  @Inject MatchStore store;
  @Inject Reports reports;
  @Inject ReportTraces traces;
  @Inject AuditTrail audit;
  @Inject DatabaseAccess access;
  @Inject Region region;

  /** Two reports that share a number plate. */
  private record Pair(SentReport own, SentReport other) {}

  private Pair pair(String plate, boolean otherTaken) {
    Pair pair =
        new Pair(
            SentReport.send("zilvervoort", "Own report about " + plate, "unknown"),
            SentReport.send("lindestede", "Their report about " + plate, "unknown"));
    take("zilvervoort", pair.own());
    if (otherTaken) {
      take("lindestede", pair.other());
    }
    return pair;
  }

  private void take(String officer, SentReport report) {
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), officer)) {
      assertThat(desk.post(report.path(), report.path() + "/take").status()).isEqualTo(200);
    }
  }

  @Test
  void findsNothingForReportThatIsNotTakenUpOnBothSides() throws SQLException {
    Pair pair = pair("BV-118-N", false);
    assertThat(find("zilvervoort", pair.own(), allValues(pair.own()))).isEqualTo("0");
    assertThat(find("zilvervoort", pair.other(), allValues(pair.other()))).isEqualTo("0");
    // assigned by a colleague, and nobody has begun
    SuperuserDatabase.change(
        "update handling set assigned_to = 'lindestede' where report_id = ?::uuid",
        pair.other().id());
    assertThat(find("zilvervoort", pair.own(), allValues(pair.own()))).isEqualTo("0");
    // in progress, and nobody has it
    SuperuserDatabase.change(
        "update handling set assigned_to = null where report_id = ?::uuid", pair.other().id());
    SuperuserDatabase.change(
        "update report set state = 'IN_PROGRESS' where id = ?::uuid", pair.other().id());
    assertThat(find("zilvervoort", pair.own(), allValues(pair.own()))).isEqualTo("0");
    assertThat(matches(pair)).isZero();
  }

  @Test
  void findsNothingForValueThatTheOwnReportDoesNotHave() throws SQLException {
    Pair pair = pair("BV-119-N", true);
    SentReport bare = SentReport.send("zilvervoort", "Nothing to compare", "unknown");
    take("zilvervoort", bare);
    String values = "array(select value from facet where report_id = '" + pair.own().id() + "')";
    assertThat(find("zilvervoort", bare, values + " || '\\x01'::bytea"))
        .as("the own report has the language and the place of that one, and not its number plate")
        .isEqualTo("0");
    assertThat(find("zilvervoort", bare, traceOf(pair.own(), bare))).isEqualTo("0");
    assertThat(find("lindestede", pair.own(), traceOf(pair.own(), bare)))
        .as("a report of another municipality")
        .isEqualTo("0");
    assertThat(find("zilvervoort", pair.own(), traceOf(pair.own(), bare))).isEqualTo("1");
  }

  @Test
  void comparesNoLabelLanguageOrConsent() throws SQLException {
    Pair pair = pair("BV-123-N", true);
    String values = allValues(pair.own()).replace(")", " and not trace)");
    assertThat(rows("zilvervoort", "select cardinality(" + values + ")").get(0))
        .as("consent, role, language and number of people")
        .isEqualTo("4");
    assertThat(find("zilvervoort", pair.own(), values)).isEqualTo("0");
  }

  @Test
  void showsOneSideAndNothingOfTheOther() throws SQLException {
    Pair pair = pair("BV-120-N", true);
    job.run();
    String id =
        SuperuserDatabase.values(
                "select id::text from municipality_match where ?::uuid in (first_id, second_id)",
                pair.own().id())
            .get(0);
    String both = "array['" + pair.own().id() + "', '" + pair.other().id() + "']::uuid[]";
    List<String> shown = rows("zilvervoort", "select m::text from portal_matches(" + both + ") m");
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0)).contains("lindestede,FOUND,f").doesNotContain(pair.other().id());
    assertThat(rows("ankerdaal", "select m::text from portal_matches(" + both + ") m")).isEmpty();
    for (SentReport report : List.of(pair.own(), pair.other())) {
      assertThat(rows("zilvervoort", agreed(id, report))).as("before both agreed").isEmpty();
    }
    assertThat(answer("zilvervoort", id, pair.other())).isNull();
    assertThat(answer("ankerdaal", id, pair.own())).isNull();
    assertThat(answer("zilvervoort", id, pair.own())).isEqualTo("FOUND");
    assertThat(answer("zilvervoort", id, pair.own())).as("not twice for both").isEqualTo("FOUND");
    assertThat(rows("zilvervoort", agreed(id, pair.own()))).isEmpty();
    assertThat(answer("lindestede", id, pair.other())).isEqualTo("AGREED");
    assertThat(rows("zilvervoort", "select a::text from portal_announce_matches() a")).isEmpty();
    assertThat(rows("zilvervoort", agreed(id, pair.own()))).hasSize(1);
    assertThat(rows("zilvervoort", agreed(id, pair.other()))).isEmpty();
    assertThat(rows("ankerdaal", agreed(id, pair.own()))).isEmpty();
    for (String statement :
        List.of(
            "select * from municipality_match",
            "update municipality_match set first_agreed_on = current_date",
            "insert into municipality_match (first_id, second_id) select id, id from report",
            "delete from municipality_match",
            "insert into report_to_match select id from report")) {
      assertThatThrownBy(() -> rows("zilvervoort", statement))
          .hasMessageContaining("permission denied");
    }
    assertThat(rows("ankerdaal", "select portal_end_matching()::text")).hasSize(1);
    assertThat(matches(pair)).as("a municipality ends only its own matches").isOne();
  }

  @Test
  void makesNoMoreThanFiftyNewMatchesADay() throws SQLException {
    Pair pair = pair("BV-121-N", true);
    SuperuserDatabase.change("delete from municipality_match");
    SuperuserDatabase.change(
        """
        insert into report (id, municipality, addressed_to, forms, state, urgency, received_on,
          sealed, version)
        select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'lindestede',
          'lindestede', '{}', 'CLOSED', 'NORMAL', date '2001-01-01', 'x', 0
        from generate_series(1, 100) n""");
    try {
      SuperuserDatabase.change(
          """
          insert into municipality_match (first_id, second_id, value, found_by)
          select id, ?::uuid, 'x', case when id > '00000000-0000-0000-0000-000000000050'
            then 'lindestede' else 'zilvervoort' end
          from report where received_on = date '2001-01-01'""",
          pair.own().id());
      job.run();
      assertThat(matches(pair)).isZero();
      assertThat(
              SuperuserDatabase.values(
                  "select report_id::text from report_to_match where report_id = ?::uuid",
                  pair.own().id()))
          .as("it waits for another day")
          .hasSize(1);
      SuperuserDatabase.change("update municipality_match set found_on = found_on - 1");
      job.run();
      assertThat(matches(pair)).isOne();
    } finally {
      SuperuserDatabase.change("delete from report where received_on = date '2001-01-01'");
    }
  }

  @Test
  void comparesNothingWithoutAnAgreement() {
    Pair pair = pair("BV-122-N", true);
    Region without =
        new Region(
            Optional.empty(), region.municipalities(), List.of(), Map.of(), Optional.empty());
    MatchingJob off = new MatchingJob(store, reports, traces, audit, access, without, "all");
    off.run();
    assertThat(SuperuserDatabase.values(OPEN_MATCHES)).containsExactly("0");
    assertThat(SuperuserDatabase.count("report_to_match")).isZero();
    job.run();
    assertThat(matches(pair)).as("taken up before there was an agreement").isZero();
    assertThat(new Matches(store, without).municipalities(List.of())).isEmpty();
  }

  private static long matches(Pair pair) {
    return Long.parseLong(
        SuperuserDatabase.values(
                OPEN_MATCHES + " where ?::uuid in (first_id, second_id) and value <> 'x'",
                pair.own().id())
            .get(0));
  }

  private static String allValues(SentReport report) {
    return "array(select value from facet where report_id = '" + report.id() + "')";
  }

  /** The value that the first report has and the other does not: its number plate. */
  private static String traceOf(SentReport report, SentReport other) {
    List<String> values =
        SuperuserDatabase.values(
            """
            select encode(value, 'hex') from facet where report_id = ?::uuid
            except select encode(value, 'hex') from facet where report_id = ?::uuid""",
            report.id(),
            other.id());
    assertThat(values).hasSize(1);
    return "array['\\x" + values.get(0) + "']::bytea[]";
  }

  /** Number of matches that the function adds; its answer does not tell. */
  private static String find(String municipality, SentReport report, String values)
      throws SQLException {
    long before = SuperuserDatabase.count("municipality_match");
    assertThat(
            rows(
                municipality,
                "select portal_find_matches('%s', %s, date '2020-01-01')"
                    .formatted(report.id(), values)))
        .containsExactly("0");
    return Long.toString(SuperuserDatabase.count("municipality_match") - before);
  }

  private static String answer(String municipality, String match, SentReport report)
      throws SQLException {
    return rows(
            municipality,
            "select portal_answer_match('%s', '%s', true, 'x')".formatted(match, report.id()))
        .get(0);
  }

  private static String agreed(String match, SentReport report) {
    return "select a::text from portal_agreed_match('%s', '%s') a".formatted(match, report.id());
  }

  /** The first column of the rows that the login of the desk sees for a municipality. */
  private static List<String> rows(String municipality, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select set_config('portal.municipalities', '" + municipality + "', false)");
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values;
  }
}

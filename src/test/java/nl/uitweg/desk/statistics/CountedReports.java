package nl.uitweg.desk.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.testsupport.Servers;

/** Reports of a past half-year in the database of the tests, and the numbers on the pages. */
final class CountedReports {

  private final HalfYear half;
  private final Facets facets;

  CountedReports(HalfYear half, Facets facets) {
    this.half = half;
    this.facets = facets;
  }

  /**
   * Creates a past half-year with numbers above and below the suppression limit, spam and purged
   * reports.
   */
  void create() throws SQLException {
    delete();
    for (String municipality : new String[] {"lindestede", "ankerdaal", "zilvervoort"}) {
      insertReports(municipality, "labour", 17, "CLOSED");
      insertReports(municipality, "sexual", 13, "IN_PROGRESS");
      insertReports(municipality, "begging", 2, "CLOSED");
      insertReports(municipality, "criminal", 3, "REFERRED");
      insertReports(municipality, "labour", 40, "SPAM");
    }
    execute(
        "insert into tombstone select '"
            + half.firstDay()
            + "', 'zilvervoort', '{sexual}' from generate_series(1, 6)");
  }

  void delete() throws SQLException {
    execute("delete from report where received_on < '" + half.endExclusive() + "'");
    execute("delete from tombstone");
  }

  /** The number in the first table row with this heading. */
  static String number(String page, String text) {
    Matcher row =
        Pattern.compile(
                "<th scope=\"row\"[^>]*>"
                    + Pattern.quote(text)
                    + "</th>(?:<td class=\"chart\">.*?</td>)?<td>([^<]*)<",
                Pattern.DOTALL)
            .matcher(page);
    assertThat(row.find()).as("a row with the heading " + text).isTrue();
    return row.group(1);
  }

  /** The number in the first line of the CSV file with this category; empty when it is hidden. */
  static String inCsv(String csv, String category) {
    return csv.lines()
        .filter(
            line -> line.contains(";" + category + ";") || line.contains(";\"" + category + "\";"))
        .map(line -> line.substring(line.lastIndexOf(';') + 1))
        .findFirst()
        .orElseThrow();
  }

  String ofFirstDay(String sql) {
    return sql + " and received_on = '" + half.firstDay() + "'";
  }

  void read(String form, LocalDate day) throws SQLException {
    execute(
        "insert into handling (report_id, first_read_at, version) select id, '"
            + day
            + " 12:00', 0 from report where forms = '{"
            + form
            + "}' and state <> 'SPAM' and received_on = '"
            + half.firstDay()
            + "'");
  }

  void insertReports(String municipality, String form, int number, String state)
      throws SQLException {
    execute(
        "insert into report (id, municipality, forms, state, urgency, received_on, closed_on, sealed,"
            + " version) select gen_random_uuid(), '"
            + municipality
            + "', '{"
            + form
            + "}', '"
            + state
            + "', 'NORMAL', '"
            + half.firstDay()
            + "', "
            + (state.equals("CLOSED") ? "'" + half.firstDay() + "'::date + 10" : "null")
            + ", 'x', 0 from generate_series(1, "
            + number
            + ")");
  }

  void refer(String form, String recipient) throws SQLException {
    execute(
        "insert into referral (id, report_id, recipient, referred_at, sealed) select"
            + " gen_random_uuid(), id, '"
            + recipient
            + "', now(), '' from report where forms = '{"
            + form
            + "}' and state <> 'SPAM' and received_on = '"
            + half.firstDay()
            + "'");
  }

  void outcome(String form, String outcome) throws SQLException {
    addFacet(form, Facets.OUTCOME, outcome);
  }

  private void addFacet(String form, String kind, String value) throws SQLException {
    execute(
        "insert into facet (report_id, value) select id, decode('"
            + facets.indexHex(kind, value)
            + "', 'hex') from report where forms = '{"
            + form
            + "}' and state <> 'SPAM' and received_on = '"
            + half.firstDay()
            + "'");
  }

  /** Gives the reports with this form the answer to how many people they are about. */
  void people(String form, String answer) throws SQLException {
    addFacet(form, Facets.PEOPLE, answer);
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package nl.uitweg.desk.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statistics pages as officer, auditor and administrator see them. */
@ServerTest
class StatisticsTest {

  private final HalfYear currentHalfYear = HalfYear.of(LocalDate.now(DutchTime.ZONE));
  private final HalfYear half = currentHalfYear.previous().previous();
  private final String period = "&from=" + half.key() + "&to=" + half.key();
  private final String ownFigures = "/backoffice/statistics?of=zilvervoort" + period;
  private final String regionFigures = "/backoffice/statistics?of=region" + period;

  @TestHTTPResource("/")
  String root;

  @Inject Facets facets;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  /**
   * Creates a past half-year with numbers above and below the suppression limit, spam and purged
   * reports.
   */
  @BeforeEach
  void createHalfYear() throws SQLException {
    deleteReports();
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

  @AfterEach
  void deleteReports() throws SQLException {
    execute("delete from report where received_on < '" + half.endExclusive() + "'");
    execute("delete from tombstone");
  }

  @Test
  void showsOwnMunicipalityWithoutSmallNumbers() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(ownFigures).text();
      assertThat(page).contains("Cijfers: Zilvervoort");
      assertThat(number(page, "Werken onder dwang")).isEqualTo("17");
      assertThat(number(page, "Totaal"))
          .as("spam is not counted, purged reports are")
          .isEqualTo("41");
      assertThat(page).contains(">19<").contains("Verborgen, samen");
      assertThat(page).doesNotContain(">2<").doesNotContain(">3<").doesNotContain("style=");
    }
  }

  @Test
  void suppressesSmallNumbersOfRecipientsAndOutcomes() throws SQLException {
    refer("labour", "police");
    refer("sexual", "comensha");
    outcome("labour", "help");
    outcome("sexual", "too-little");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(ownFigures).text();
      assertThat(number(page, "Politie (AVIM)")).isEqualTo("17");
      assertThat(number(page, "Niet overgedragen, of niet bekend")).isEqualTo("11");
      assertThat(number(page, "CoMensha"))
          .as("13 is hidden too: the other hidden numbers are zeros, which the total would reveal")
          .isEqualTo("verborgen");
      assertThat(number(page, "Nidos")).isEqualTo("verborgen");
      assertThat(number(page, "Hulp of opvang geregeld")).isEqualTo("17");
      assertThat(number(page, "Geen uitbuiting gevonden")).isEqualTo("verborgen");
      assertThat(page).doesNotContain(">2<").doesNotContain(">3<");
    }
  }

  @Test
  void hidesOtherMunicipalityAndRegionFromOfficer() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get("/backoffice/statistics?of=lindestede").status()).isEqualTo(404);
      assertThat(desk.get(regionFigures).status()).isEqualTo(404);
      assertThat(desk.get("/backoffice/statistics/report.csv?of=lindestede").status())
          .isEqualTo(404);
      assertThat(desk.get("/backoffice/statistics/report.pdf?of=region").status()).isEqualTo(404);
    }
  }

  @Test
  void showsOnlyRegionToAuditorAndAdministrator() {
    for (String user : new String[] {"auditor", "admin"}) {
      try (DeskClient desk = new DeskClient(base(), user)) {
        String page = desk.get(regionFigures).text();
        assertThat(number(page, "Werken onder dwang")).isEqualTo("51");
        assertThat(number(page, "Totaal")).isEqualTo("111");
        assertThat(number(page, "Ankerdaal")).isEqualTo("35");
        assertThat(desk.get(ownFigures).status()).isEqualTo(404);
        assertThat(desk.get("/backoffice").text()).doesNotContain("/backoffice/reports/");
      }
    }
  }

  @Test
  void publishesAndWithdrawsHalfYear() {
    String post = "/backoffice/statistics/public";
    try (DeskClient desk = new DeskClient(base(), "admin")) {
      assertThat(given().get("/nl/figures").asString()).contains("Er zijn nog geen cijfers");
      String page = desk.post(regionFigures, post, "half", half.key(), "go", "on").text();
      assertThat(page).contains("Deze cijfers staan op de openbare site");
      String visible = given().get("/en/figures").asString();
      assertThat(visible).contains("All reports").contains(">111<").contains("not shown");
      assertThat(number(visible, "Forced or exploited at work")).isEqualTo("51");
      assertThat(visible).doesNotContain("Lindestede: ").doesNotContainPattern(">[1-4]</td>");

      desk.post(regionFigures, post, "half", currentHalfYear.key(), "go", "on");
      assertThat(given().get("/nl/figures").asString())
          .as("a half-year that has not ended is not published")
          .doesNotContain("half-" + currentHalfYear.key());

      desk.post(regionFigures, post, "half", half.key(), "go", "off");
      assertThat(given().get("/nl/figures").asString()).contains("Er zijn nog geen cijfers");

      assertThat(SuperuserDatabase.change("update report set received_on = received_on + 400"))
          .isPositive();
      desk.post(regionFigures, post, "half", half.key(), "go", "on");
      assertThat(SuperuserDatabase.change("update report set received_on = received_on - 400"))
          .isPositive();
      assertThat(given().get("/en/figures").asString())
          .as("a second publication shows the numbers of the first")
          .isEqualTo(visible);
      desk.post(regionFigures, post, "half", half.key(), "go", "off");
    }
  }

  @Test
  void hidesStatisticsFromCareCoordinatorAndAnonymous() {
    try (DeskClient desk = new DeskClient(base(), "care")) {
      assertThat(desk.get("/backoffice/statistics").status()).isEqualTo(403);
      assertThat(desk.get("/backoffice/statistics/report.pdf").status()).isEqualTo(403);
    }
    for (String path : new String[] {"", "/report.pdf", "/report.csv"}) {
      assertThat(
              given().redirects().follow(false).get("/backoffice/statistics" + path).statusCode())
          .isEqualTo(302);
    }
  }

  @Test
  void refusesUnfinishedAndInvalidPeriodOfRegion() {
    String running = currentHalfYear.key();
    try (DeskClient desk = new DeskClient(base(), "auditor")) {
      for (String invalid :
          new String[] {
            "from=" + running, "from=tomorrow", "from=" + running + "&to=" + half.key(), "to=%00"
          }) {
        assertThat(desk.get("/backoffice/statistics?" + invalid).status()).isEqualTo(400);
        assertThat(desk.get("/backoffice/statistics?" + invalid).text())
            .contains("Deze periode kan niet");
      }
      assertThat(desk.get("/backoffice/audit").text()).contains("Cijfers van region/");
    }
  }

  @Test
  void suppressesSmallNumbersInPdfAndCsv() throws IOException {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      byte[] pdf = desk.get(ownFigures.replace("statistics?", "statistics/report.pdf?")).body();
      try (PDDocument document = Loader.loadPDF(pdf)) {
        String text = new PDFTextStripper().getText(document);
        assertThat(text)
            .contains("Meldingen van mensenhandel: Zilvervoort")
            .contains("Werken onder dwang")
            .contains("verborgen")
            .contains("driehoek");
      }
      String csv = desk.get(ownFigures.replace("statistics?", "statistics/report.csv?")).text();
      assertThat(csv)
          .startsWith("\uFEFFVan;Periode;")
          .containsPattern("(?m)^Zilvervoort;[^;]+;Vorm van uitbuiting;Werken onder dwang;17\r?$")
          .containsPattern("(?m);Vorm van uitbuiting;[^;]+;\r?$")
          .doesNotContainPattern(";[0-4]\r?\n");
    }
  }

  @Test
  void fitsScreenAndPassesAxe() {
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext officer = Browser.officer(base(), "officer", width, true)) {
        Page page = officer.newPage();
        page.navigate(base() + ownFigures);
        assertThat(Axe.violations(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("the page fits a width of " + width + " pixels")
            .isTrue();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/statistics-" + width + ".png")));
      }
    }
  }

  /** The number in the first table row with this heading. */
  private static String number(String page, String text) {
    String row = "<th scope=\"row\">" + text + "</th><td>";
    int at = page.indexOf(row);
    assertThat(at).as("a row with the heading " + text).isPositive();
    return page.substring(at + row.length(), page.indexOf('<', at + row.length()));
  }

  private void insertReports(String municipality, String form, int number, String state)
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

  private void refer(String form, String recipient) throws SQLException {
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

  private void outcome(String form, String outcome) throws SQLException {
    execute(
        "insert into facet (report_id, value) select id, decode('"
            + facets.indexHex(Facets.OUTCOME, outcome)
            + "', 'hex') from report where forms = '{"
            + form
            + "}' and state <> 'SPAM' and received_on = '"
            + half.firstDay()
            + "'");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

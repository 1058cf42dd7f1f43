package nl.uitweg.desk.statistics;

import static io.restassured.RestAssured.given;
import static nl.uitweg.desk.statistics.CountedReports.inCsv;
import static nl.uitweg.desk.statistics.CountedReports.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures without small numbers: of the region, in files and on the public site. */
@ServerTest
class SuppressedStatisticsTest {

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

  private CountedReports reports() {
    return new CountedReports(half, facets);
  }

  @BeforeEach
  void createReports() throws SQLException {
    reports().create();
  }

  @AfterEach
  void deleteReports() throws SQLException {
    reports().delete();
  }

  @Test
  void suppressesSmallNumbersOfRecipientsAndOutcomesInCsv() throws SQLException {
    reports().refer("labour", "police");
    reports().refer("sexual", "comensha");
    reports().outcome("labour", "help");
    reports().outcome("sexual", "too-little");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String csv = desk.get(ownFigures.replace("statistics?", "statistics/report.csv?")).text();
      assertThat(inCsv(csv, "Politie (AVIM)")).isEqualTo("17");
      assertThat(inCsv(csv, "Niet overgedragen, of niet bekend")).isEqualTo("11");
      assertThat(inCsv(csv, "CoMensha"))
          .as("13 is hidden too: the other hidden numbers are zeros, which the total would reveal")
          .isEmpty();
      assertThat(inCsv(csv, "Nidos")).isEmpty();
      assertThat(inCsv(csv, "Hulp of opvang geregeld")).isEqualTo("17");
      assertThat(inCsv(csv, "Geen uitbuiting vastgesteld")).isEmpty();
    }
  }

  @Test
  void showsOfficerRegionWithoutSmallNumbersOfNeighbours() throws SQLException {
    CountedReports.execute(
        reports().ofFirstDay("delete from report where forms = '{labour}'")
            + " and municipality <> 'zilvervoort'");
    reports().insertReports("ankerdaal", "labour", 2, "CLOSED");
    CountedReports.execute(reports().ofFirstDay("delete from report where forms = '{begging}'"));
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(number(desk.get(ownFigures).text(), "Werken onder dwang")).isEqualTo("17");
      assertThat(desk.get(ownFigures).text()).contains("<option value=\"region\"");
      String page = desk.get(regionFigures).text();
      assertThat(page).contains("van de regio kunt aftrekken").doesNotContain("Geef ze niet door");
      assertThat(number(page, "Totaal")).isEqualTo("73");
      assertThat(number(page, "Seks onder dwang")).isEqualTo("45");
      assertThat(page)
          .as("19 would tell an officer of Zilvervoort, who knows 17, that the neighbours have 2")
          .containsPattern("Verborgen, samen: [^<]*Werken onder dwang[^<]*</th><td>28<");
      String csv = desk.get(regionFigures.replace("statistics?", "statistics/report.csv?")).text();
      assertThat(inCsv(csv, "Werken onder dwang")).isEmpty();
    }
  }

  @Test
  void hidesNumberOfSmallNeighbourFromOfficer() throws SQLException {
    CountedReports.execute(
        reports()
            .ofFirstDay(
                "delete from report where municipality = 'ankerdaal' and forms <> '{criminal}'"));
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(regionFigures).text();
      assertThat(number(page, "Totaal")).isEqualTo("79");
      assertThat(number(page, "Ankerdaal")).isEqualTo("verborgen");
      assertThat(number(page, "Lindestede"))
          .as("79 − 41 − 35 would tell an officer of Zilvervoort that Ankerdaal has 3")
          .isEqualTo("verborgen");
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
}

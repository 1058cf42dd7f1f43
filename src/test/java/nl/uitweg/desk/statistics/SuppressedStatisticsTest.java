package nl.uitweg.desk.statistics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static nl.uitweg.desk.statistics.CountedReports.inCsv;
import static nl.uitweg.desk.statistics.CountedReports.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.testsupport.Browser;
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
  void drawsAndPrintsOnlyNumbersThatAreShown() throws SQLException {
    reports().people("labour", "many");
    reports().people("begging", "one");
    reports().outcome("labour", "help");
    reports().outcome("begging", "unfounded");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      page.navigate(base() + regionFigures);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Locator trend = page.locator("svg[aria-labelledby='figures-trend-title']");
      for (String chart : List.of("form", "people", "reading", "outcome")) {
        Locator table = page.locator("#figures-" + chart);
        assertThat(table).isVisible();
        List<Long> shown =
            texts(table.locator("tbody tr:not(.folded):not(.total) td:last-child")).stream()
                .map(Long::valueOf)
                .toList();
        assertThat(shown).as(chart).allMatch(number -> number >= 5);
        long largest = shown.stream().mapToLong(number -> number).max().orElse(1);
        Locator drawing = page.locator("svg[aria-labelledby='figures-" + chart + "-title']");
        assertThat(attributes(drawing.locator("rect:not(defs *)"), "width"))
            .as("the bars of " + chart)
            .isEqualTo(shown.stream().map(number -> (int) (number * 300 / largest)).toList());
      }
      assertThat(trend).isVisible();
      List<String> months = texts(page.locator("#figures-trend tbody tr:not(.total) td"));
      Locator marks = trend.locator(".drawing-hidden");
      long hidden = months.stream().filter("verborgen"::equals).count();
      assertThat(hidden).as("months without a report are hidden too").isPositive();
      assertThat(marks).hasCount((int) hidden + 1); // one in the legend
      assertThat(attributes(marks, "height")).containsOnly(TrendDrawing.MARK);
      assertThat(attributes(marks, "y").stream().skip(1).distinct()).as("one height").hasSize(1);
      assertThat(months).noneMatch(text -> text.matches("[0-4]"));
      assertThat(page.locator("#figures-trend")).isVisible();
    }
  }

  private static List<String> texts(Locator cells) {
    List<?> texts = (List<?>) cells.evaluateAll("cells => cells.map(cell => cell.textContent)");
    return texts.stream().map(String.class::cast).toList();
  }

  private static List<Integer> attributes(Locator boxes, String name) {
    return boxes.all().stream().map(box -> Integer.valueOf(box.getAttribute(name))).toList();
  }

  @Test
  void drawsOnlyShownNumbersInPdf() throws IOException {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      byte[] pdf = desk.get(ownFigures.replace("statistics?", "statistics/report.pdf?")).body();
      Files.createDirectories(Path.of("target/screens"));
      Files.write(Path.of("target/screens/statistics.pdf"), pdf);
      assertThat(PdfBoxes.widths(pdf, 9))
          .as("17 of 19, and the largest number of each chart")
          .containsOnly(268, 300);
      assertThat(PdfBoxes.widths(pdf, TrendDrawing.MARK)).containsOnly(TrendDrawing.MARK);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document))
            .contains("Meldingen per maand, ")
            .contains("kwamen 41 meldingen binnen")
            .contains("Het grootste getal dat hier staat: Seks onder dwang (19).");
      }
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
          .startsWith("\uFEFFGemeente of regio;Periode;")
          .containsPattern("(?m)^Zilvervoort;[^;]+;Vorm van uitbuiting;Werken onder dwang;17\r?$")
          .containsPattern("(?m);Vorm van uitbuiting;[^;]+;\r?$")
          .doesNotContainPattern(";[0-4]\r?\n");
    }
  }
}

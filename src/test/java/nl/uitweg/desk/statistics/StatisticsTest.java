package nl.uitweg.desk.statistics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static nl.uitweg.desk.statistics.CountedReports.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.region.WorkingDays;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screen with full figures, and who may see which figures. */
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
  void showsOfficerEveryNumberOfOwnMunicipality() throws SQLException {
    reports().refer("begging", "nidos");
    reports().outcome("begging", "unfounded");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(ownFigures).text();
      assertThat(page).contains("Cijfers: Zilvervoort");
      assertThat(number(page, "Werken onder dwang")).isEqualTo("17");
      assertThat(number(page, "Gedwongen bedelen")).isEqualTo("2");
      assertThat(number(page, "Misdaden plegen onder dwang")).isEqualTo("3");
      assertThat(number(page, "Nidos")).as("by recipient").isEqualTo("2");
      assertThat(number(page, "Geen uitbuiting vastgesteld")).as("by outcome").isEqualTo("2");
      assertThat(number(page, "Totaal"))
          .as("spam is not counted, purged reports are")
          .isEqualTo("41");
      assertThat(page)
          .contains("Op dit scherm staan alle cijfers van Zilvervoort, ook getallen onder de 5")
          .contains("Geef ze niet door")
          .contains("Maak dan het rapport of de csv. Daarin zijn kleine getallen verborgen")
          .doesNotContainIgnoringCase("verborgen:")
          .doesNotContain(">verborgen<")
          .doesNotContain("style=");
    }
  }

  @Test
  void showsChartsWithSentenceAndTable() throws SQLException {
    reports().people("labour", "many");
    reports().people("sexual", "one");
    reports().outcome("labour", "help");
    reports().outcome("begging", "unfounded");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      page.navigate(base() + ownFigures);
      Locator form = chart(page, "Vorm van uitbuiting");
      assertThat(form).hasAccessibleDescription("Het vaakst: Seks onder dwang (19 van de 41).");
      assertThat(form).containsText(Pattern.compile("Werken onder dwang\\s+17"));
      assertThat(widths(form)).containsExactly(268, 300, 47, 31);
      assertThat(chart(page, "Om hoeveel mensen het gaat"))
          .hasAccessibleDescription("Het vaakst: Meer dan vijf (17 van de 41).");
      Locator outcome = chart(page, "Uitkomst bij afsluiten");
      assertThat(outcome)
          .containsText(Pattern.compile("Er is iets gedaan\\s+Hulp of opvang geregeld\\s+17"));
      assertThat(outcome)
          .containsText(
              Pattern.compile("Wij gaan niet verder\\s+Geen uitbuiting vastgesteld\\s+2"));
      assertThat(outcome).containsText("Zonder uitkomst");

      Locator table = page.locator("#figures-form");
      assertThat(table).isHidden();
      page.locator("section:has(#figures-form) summary").click();
      assertThat(table).isVisible();
    }
  }

  @Test
  void comparesMonthsOfThreeYears() throws SQLException {
    HalfYear yearBefore = new HalfYear(half.year() - 1, half.half());
    CountedReports earlier = new CountedReports(yearBefore, facets);
    earlier.insertReports("zilvervoort", "labour", 8, "CLOSED");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      page.navigate(base() + ownFigures);
      String years = (half.year() - 2) + "–" + half.year();
      Locator trend = chart(page, "Meldingen per maand, " + years);
      assertThat(trend).hasAccessibleDescription(Pattern.compile("kwamen 41 meldingen binnen"));
      assertThat(trend)
          .hasAccessibleDescription(
              Pattern.compile("33 meer dan in dezelfde maanden van " + yearBefore.year() + "\\.$"));
      assertThat(trend.locator(".drawing-hidden")).hasCount(0);
      assertThat(heights(trend, "solid")).contains(89).doesNotContain(17);
      assertThat(heights(trend, "striped")).contains(17);
      String row = Dates.monthName(half.firstDay().getMonth(), Language.DUTCH);
      page.locator("section:has(#figures-trend) summary").click();
      Locator numbers = page.locator("#figures-trend tr", hasText(row)).locator("td");
      assertThat(numbers).hasText(new String[] {"41", "8", "0"});
    }
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator chart(Page page, String name) {
    return page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static List<Integer> widths(Locator chart) {
    return attributes(chart.locator("rect.drawing-solid:not(defs *)"), "width");
  }

  private static List<Integer> heights(Locator chart, String style) {
    return attributes(chart.locator("rect.drawing-" + style + ":not(defs *)"), "height");
  }

  private static List<Integer> attributes(Locator boxes, String name) {
    return boxes.all().stream().map(box -> Integer.valueOf(box.getAttribute(name))).toList();
  }

  @Test
  void doesNotPrintFullNumbers() {
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      page.navigate(base() + ownFigures);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator("table.figure").first()).isHidden();
      assertThat(page.locator("svg.drawing").first()).isHidden();
      assertThat(page.getByText("De volledige cijfers worden niet afgedrukt")).isVisible();
    }
  }

  @Test
  void countsFirstReadingInWorkingDays() throws SQLException {
    LocalDate received = half.firstDay();
    reports().read("labour", WorkingDays.after(received, 1));
    reports().read("criminal", WorkingDays.after(received, 1).plusDays(1));
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(ownFigures).text();
      String table = page.substring(page.indexOf("figures-term"));
      assertThat(number(table, "Binnen één werkdag")).isEqualTo("17");
      assertThat(number(table, "Na de termijn")).isEqualTo("3");
      assertThat(number(table, "Nog niet gelezen")).isEqualTo("15");
      assertThat(number(table, "Niet bekend")).as("purged reports").isEqualTo("6");
    }
  }

  @Test
  void showsOnlyMonthsThatHaveBegun() {
    LocalDate today = LocalDate.now(DutchTime.ZONE);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String running = "?of=zilvervoort&from=" + currentHalfYear.key();
      String page = desk.get("/backoffice/statistics" + running).text();
      String csv = desk.get("/backoffice/statistics/report.csv" + running).text();
      assertThat(page)
          .contains("Dit halfjaar loopt nog: je ziet de cijfers tot en met ")
          .contains(">" + month(today) + "<");
      for (LocalDate day = today.plusMonths(1).withDayOfMonth(1);
          day.isBefore(currentHalfYear.endExclusive());
          day = day.plusMonths(1)) {
        assertThat(page).doesNotContain(month(day));
        assertThat(csv).doesNotContain(month(day));
      }
      assertThat(desk.get(ownFigures).text()).doesNotContain("Dit halfjaar loopt nog");
    }
  }

  private static String month(LocalDate day) {
    return Dates.month(YearMonth.from(day), Language.DUTCH);
  }

  @Test
  void hidesOtherMunicipalityFromOfficer() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get("/backoffice/statistics?of=lindestede").status()).isEqualTo(404);
      assertThat(desk.get("/backoffice/statistics/report.csv?of=lindestede").status())
          .isEqualTo(404);
      assertThat(desk.get("/backoffice/statistics/report.pdf?of=lindestede").status())
          .isEqualTo(404);
    }
  }

  @Test
  void showsEveryNumberOfRegionToOfficerOfAllMunicipalities() {
    try (DeskClient desk = new DeskClient(base(), "officer")) {
      String page = desk.get(regionFigures).text();
      assertThat(number(page, "Gedwongen bedelen")).isEqualTo("6");
      assertThat(page).contains("Geef ze niet door").doesNotContain(">verborgen<");
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
  void fitsTwoScreensAndPassesAxe() throws SQLException {
    reports().refer("labour", "police");
    reports().refer("begging", "nidos");
    reports().refer("criminal", "comensha");
    reports().outcome("labour", "help");
    reports().outcome("begging", "unfounded");
    reports().outcome("sexual", "too-little");
    reports().read("labour", half.firstDay());
    assertFits("own", "zilvervoort", ownFigures);
    assertFits("region", "zilvervoort", regionFigures);
    assertFits("publish", "admin", regionFigures);
  }

  private void assertFits(String name, String user, String figures) {
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext officer = Browser.officer(base(), user, width, true)) {
        Page page = officer.newPage();
        page.navigate(base() + figures);
        assertThat(Axe.violations(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("the page fits a width of " + width + " pixels")
            .isTrue();
        page.setViewportSize(width, 900);
        if (width == 1280) {
          assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
              .as("two screens of 900 pixels")
              .isLessThanOrEqualTo(1800);
        }
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/statistics-%s-%d.png".formatted(name, width))));
      }
    }
  }
}

package nl.uitweg.desk.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** What an officer does with the list: read first, find by number, sort, tick several, refresh. */
@ServerTest
class InboxWorkTest {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{2}\u00a0\\d{3}");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void reportWithWordOfDangerStandsAboveTheListUntilRead() {
    SentReport.send("ankerdaal", "He threatens her with a knife in the shed", "unknown");
    SentReport.send("ankerdaal", "Many visitors at night in the lane", "unknown");
    try (BrowserContext desk = Browser.officer(base(), "ankerdaal", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + "/backoffice");
      Locator first = page.locator(".first");
      assertThat(first).containsText("Lees eerst");
      assertThat(first).containsText("a knife");
      assertThat(first).not().containsText("Many visitors");
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("in the shed")))
          .hasCount(1);
      assertThat(Axe.violations(page)).isEmpty();
      Browser.press(first.getByRole(AriaRole.LINK).first());
      assertThat(page.locator(".band-urgent")).containsText("Lees eerst");
      assertThat(page.locator(".band-urgent")).containsText("(wapen)");
      page.navigate(base() + "/backoffice");
      assertThat(page.locator(".first")).hasCount(0);
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("in the shed")))
          .containsText("Lees eerst");
    }
  }

  @Test
  void findsReportByNumberOfOwnMunicipalityOnly() {
    SentReport report = SentReport.send("zilvervoort", "to be named by telephone", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient other = new DeskClient(base(), "lindestede")) {
      Matcher number = NUMBER.matcher(desk.get(report.path()).text());
      assertThat(number.find()).isTrue();
      String digits = number.group().replace("\u00a0", "");
      for (String typed : List.of(digits, digits.substring(0, 3) + "%20" + digits.substring(3))) {
        APIResponse found = desk.get("/backoffice/number?number=" + typed);
        assertThat(found.url()).endsWith(report.path());
      }
      assertThat(desk.post("/backoffice/search", "/backoffice/search", "q", digits).url())
          .endsWith(report.path());
      APIResponse hidden = other.get("/backoffice/number?number=" + digits);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text()).contains("Er is geen melding met nummer").contains(number.group());
      APIResponse invalid = other.get("/backoffice/number?number=12ab");
      assertThat(invalid.status()).isEqualTo(404);
      assertThat(invalid.text()).contains("Typ de zes cijfers").doesNotContain("12ab");
    }
  }

  @Test
  void sortsByTheSealedTimeInBothDirections() {
    SentReport.send("ankerdaal", "Sorted one", "unknown");
    SentReport.send("ankerdaal", "Sorted two", "unknown");
    SentReport.send("ankerdaal", "Sorted three", "unknown");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      String newest = desk.get("/backoffice?view=open").text();
      assertThat(newest.indexOf("Sorted three")).isPositive();
      assertThat(newest.indexOf("Sorted three")).isLessThan(newest.indexOf("Sorted two"));
      assertThat(newest.indexOf("Sorted two")).isLessThan(newest.indexOf("Sorted one"));
      String oldest = desk.get("/backoffice?view=open&sort=oldest").text();
      assertThat(oldest.indexOf("Sorted one")).isPositive();
      assertThat(oldest.indexOf("Sorted one")).isLessThan(oldest.indexOf("Sorted two"));
      assertThat(oldest.indexOf("Sorted two")).isLessThan(oldest.indexOf("Sorted three"));
    }
  }

  @Test
  void returnsToTheListWithItsViewAndFilter() {
    SentReport.send("zilvervoort", "Back to where I was", "unknown");
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + "/backoffice?view=all&consent=unknown&sort=oldest");
      Browser.press(
          page.locator("tr", new Page.LocatorOptions().setHasText("Back to where I was"))
              .getByRole(AriaRole.LINK));
      button(page, "Ik neem dit aan");
      page.locator("#note").fill("noted");
      button(page, "Bewaar notitie");
      Browser.press(
          page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Terug naar de meldingen")));
      assertThat(page).hasURL(base() + "/backoffice?view=all&consent=unknown&sort=oldest");
    }
  }

  /** A form or link that forgets the list would lead the officer back to the plain inbox. */
  @Test
  void everyFormAndLinkOfReportPassesTheListOn() {
    SentReport report = SentReport.send("zilvervoort", "Never forget the list", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String path = report.path();
      desk.post(path, path + "/take");
      for (String screen : List.of("", "/referral")) {
        String page = desk.get(path + screen + "?from=%3Fview%3Dall").text();
        List<String> targets =
            Pattern.compile("(?:href|action)=\"(" + path + "[^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.equals(path + "/referral") || !screen.isEmpty())
                .toList();
        assertThat(targets).isNotEmpty().allMatch(target -> target.contains("?from="));
        assertThat(page.contains("name=\"from\" value=\"?view=all\"")).isEqualTo(screen.isEmpty());
      }
    }
  }

  /** An address that somebody made up leads to the inbox, never to another page or site. */
  @Test
  void ignoresReturnAddressThatIsNoList() {
    SentReport report = SentReport.send("zilvervoort", "Back to nowhere", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      for (String made : List.of("//evil.example", "/../nl", "/logout", "?x=\"><script>")) {
        String page =
            desk.get(report.path() + "?from=" + URLEncoder.encode(made, StandardCharsets.UTF_8))
                .text();
        assertThat(page).contains("href=\"/backoffice\">Terug").doesNotContain("evil", "<script>");
      }
    }
  }

  @Test
  void takesLabelsGivesAndClosesSeveralReports() {
    SentReport.send("ankerdaal", "Several A", "unknown");
    SentReport.send("ankerdaal", "Several B", "unknown");
    try (BrowserContext desk = Browser.officer(base(), "ankerdaal", 1280, true)) {
      Page page = desk.newPage();
      tick(page, "Several A", "Several B");
      button(page, "Ik neem dit aan");
      assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("2 meldingen zijn gewijzigd.");
      assertThat(row(page, "Several A")).containsText("In behandeling");
      assertThat(row(page, "Several A")).containsText("Jij");
      tick(page, "Several A");
      page.locator("#s-label").selectOption("housing");
      button(page, "Zet label");
      assertThat(row(page, "Several A")).containsText("Huisvesting");
      assertThat(row(page, "Several B")).not().containsText("Huisvesting");
      tick(page, "Several A", "Several B");
      page.locator("#s-close").selectOption("too-little");
      button(page, "Sluit af");
      assertThat(row(page, "Several B")).containsText("Afgesloten");
      tick(page, "Several B");
      button(page, "Ik neem dit aan");
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Er is niets gewijzigd");
    }
  }

  @Test
  void leavesReportsOfAnotherMunicipalityAlone() {
    SentReport foreign = SentReport.send("lindestede", "Not yours to close", "unknown");
    String id = foreign.path().substring(foreign.path().lastIndexOf('/') + 1);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient owner = new DeskClient(base(), "lindestede")) {
      assertThat(
              desk.post(
                      "/backoffice",
                      "/backoffice/selection",
                      "report",
                      id,
                      "act",
                      "close",
                      "close",
                      "other")
                  .text())
          .contains("Er is niets gewijzigd");
      assertThat(owner.get(foreign.path()).text())
          .contains("<span class=\"tag state\">Nieuw</span>");
    }
  }

  /** The page asks without the cookies of the login, so that asking does not extend it. */
  @Test
  void saysThatTheListChangedWithoutExtendingTheLogin() {
    try (BrowserContext desk = Browser.officer(base(), "lindestede", 1280, true)) {
      Page page = desk.newPage();
      page.clock().install();
      page.navigate(base() + "/backoffice?view=all");
      assertThat(page.locator(".changes")).isHidden();
      SentReport.send("lindestede", "Came in while the list was open", "unknown");
      List<Cookie> before = desk.cookies();
      page.clock().fastForward(61_000);
      assertThat(page.locator(".changes")).containsText("Er is 1 nieuwe melding.");
      assertThat(desk.cookies()).usingRecursiveComparison().isEqualTo(before);
      page.getByText("Ververs de lijst").click();
      assertThat(page.locator("main")).containsText("Came in while the list was open");
    }
  }

  @Test
  void refusesToWatchWithoutItsToken() {
    try (DeskClient desk = new DeskClient(base(), "lindestede")) {
      assertThat(desk.get("/backoffice/changes").status()).isEqualTo(403);
    }
    given().header("X-List", "forged").get("/backoffice/changes").then().statusCode(403);
  }

  private void tick(Page page, String... texts) {
    page.navigate(base() + "/backoffice?view=all");
    for (String text : texts) {
      row(page, text).getByRole(AriaRole.CHECKBOX).check();
    }
    page.locator(".selection summary").click();
  }

  private Locator row(Page page, String text) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void button(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }
}

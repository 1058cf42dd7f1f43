package nl.uitweg.desk.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestClock;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.Test;

/**
 * Searching reports. Every test searches for words that no other test uses, so reports of other
 * tests do not change its counts.
 */
@ServerTest
class SearchTest {

  private static final String SEARCH = "/backoffice/search";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void findsReportNoteAndMessageAndMarksWords() throws Exception {
    send("zilvervoort", "De kwikstaart zit in het café bij <b>Łódź</b>");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      search(page, "CAFE kwikstaart lodz");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Eén melding");
      assertThat(PageReader.texts(page.locator("mark")))
          .containsExactly("kwikstaart", "café", "Łódź");
      assertThat(page.locator("article [lang=en][dir=auto]")).containsText("<b>Łódź</b>");
      assertThat(Axe.violations(page)).isEmpty();
      page.setViewportSize(360, 800);
      assertThat(Axe.violations(page)).isEmpty();
      String href = page.locator("article a").getAttribute("href");
      String report = href.substring(0, href.indexOf('?'));
      desk.post(report, report + "/notes", "note", "Buurman noemt een ijsvogel");
      desk.post(report, report + "/messages", "message", "Heb je een roerdomp gezien?");
      search(page, "ijsvogel roerdomp");
      assertThat(page.locator("article")).hasCount(1);
      search(page, "\"roerdomp een\"");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Geen melding");
      // The timeline of a report does not show searches.
      assertThat(desk.get(report).text()).doesNotContain("Gezocht");
    }
  }

  @Test
  void appliesFiltersAndRejectsInvalidOnes() {
    send("zilvervoort", "A wielewaal in the first of two");
    send("lindestede", "A wielewaal in the second of two");
    try (DeskClient desk = new DeskClient(base(), "officer")) {
      assertThat(find(desk, "q", "wielewaal").text()).contains("2 meldingen");
      assertThat(find(desk, "q", "wielewaal", "municipality", "lindestede").text())
          .contains("Eén melding")
          .contains("second of two")
          .doesNotContain("first of two");
      assertThat(find(desk, "q", "wielewaal", "state", "closed").text()).contains("Geen melding");
      assertThat(find(desk, "q", "wielewaal", "form", "labour").text()).contains("2 meldingen");
      assertThat(find(desk, "q", "wielewaal", "until", "2001-01-01").text())
          .contains("Geen melding");
      assertThat(find(desk, "q", "wielewaal", "from", "31-12-2020").text()).contains("2 meldingen");
      assertRefused(find(desk, "q", "wielewaal", "state", "x"), "Deze keuze bestaat niet");
      assertRefused(find(desk, "q", "wielewaal", "from", "31-02-2026"), "Deze dag bestaat niet");
      assertRefused(
          find(desk, "q", "wielewaal", "from", "2026-02-01", "until", "2026-01-01"),
          "De eerste dag ligt na de laatste");
    }
  }

  @Test
  void explainsInvalidQueryAndKeepsIt() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertRefused(find(desk, "q", ""), "Vul een woord in");
      assertRefused(find(desk, "q", "\"\" \""), "Vul een woord in");
      assertRefused(find(desk, "q", "x".repeat(10_000)), "hooguit 200 tekens");
      assertRefused(find(desk, "q", "a \"><script>"), "langer woord");
      assertThat(find(desk, "q", "a \"><script>").text())
          .contains("value=\"a &quot;&gt;&lt;script&gt;\"");
      assertThat(find(desk, "q", "(?i)[\\ %_ ${7*7}").status()).isEqualTo(200);
    }
  }

  @Test
  void findsNeitherReportsOfOtherMunicipalitiesNorIdentityOfReporter() {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "Only Zilvervoort may find this grutto", "contact");
    form.next("name", "Grietje Tureluur", "way", "06 00 00 99 88", "hours", "", "voicemail", "no");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.get(SEARCH).status()).isEqualTo(403);
      assertThat(auditor.postWith("x", SEARCH, "q", "grutto").status()).isEqualTo(403);
    }
    // Without a login. Checked only here: the redirect needs the login provider, and the logins
    // above waited until it had started.
    RestAssured.given().redirects().follow(false).get(SEARCH).then().statusCode(302);
    RestAssured.given()
        .redirects()
        .follow(false)
        .formParam("q", "grutto")
        .post(SEARCH)
        .then()
        .statusCode(302);
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      assertThat(find(lindestede, "q", "grutto").text()).contains("Geen melding");
      assertThat(lindestede.postWith("forged", SEARCH, "q", "grutto").status()).isEqualTo(403);
      assertRefused(
          find(lindestede, "q", "grutto", "municipality", "zilvervoort"),
          "Deze keuze bestaat niet");
    }
    try (DeskClient zilvervoort = new DeskClient(base(), "zilvervoort")) {
      assertThat(find(zilvervoort, "q", "grutto").text()).contains("Eén melding");
      assertThat(find(zilvervoort, "q", "tureluur").text()).contains("Geen melding");
      assertThat(find(zilvervoort, "q", "\"99 88\"").text()).contains("Geen melding");
    }
  }

  @Test
  void showsResultsAgainAfterBackAndReload() throws Exception {
    send("zilvervoort", "Under the bridge a zwartkopmeeuw is kept");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      search(page, "zwartkopmeeuw");
      assertThat(page.url()).startsWith(base() + SEARCH + "/").doesNotContain("zwartkop");
      page.reload();
      assertThat(page.locator("article")).hasCount(1);
      Browser.press(page.locator("article a"));
      assertThat(page.locator("main")).containsText("Under the bridge");
      page.goBack();
      assertThat(page.locator("article mark")).hasText("zwartkopmeeuw");
      assertThat(page.getByLabel("Wat zoek je?")).hasValue("zwartkopmeeuw");
    }
  }

  @Test
  void bindsResultsToOfficerAndSession() {
    send("zilvervoort", "Only one officer sees this zeearend");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient colleague = new DeskClient(base(), "officer");
        DeskClient laterLogin = DeskClient.inAnotherBrowser(base(), "zilvervoort")) {
      APIResponse redirect = desk.postWithoutFollowing(SEARCH, SEARCH, "q", "zeearend");
      assertThat(redirect.status()).isEqualTo(303);
      String results = redirect.headers().get("location").replace(base(), "");
      assertThat(results).doesNotContain("zeearend");
      assertThat(desk.get(results).text()).contains("Eén melding");
      assertThat(colleague.get(results).status()).isEqualTo(403);
      assertExpired(laterLogin.get(results));
      assertExpired(desk.get(SEARCH + "/forged"));
      TestClock.setOffset(SearchTokens.LIFETIME.plusMinutes(1));
      APIResponse expired = desk.get(results);
      assertThat(expired.text()).doesNotContain("zeearend");
    } finally {
      TestClock.setOffset(Duration.ZERO);
    }
  }

  private static void assertExpired(APIResponse response) {
    assertThat(response.status()).isEqualTo(410);
    assertThat(response.text()).contains("Deze zoekopdracht is verlopen.").contains("value=\"\"");
  }

  @Test
  void recordsSearchWithoutItsWords() throws Exception {
    String word = "kemphaan" + System.nanoTime();
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      assertThat(find(desk, "q", word).status()).isEqualTo(200);
    }
    assertThat(count("action = 'search' and object = 'reports' and actor = 'ankerdaal'"))
        .isPositive();
    assertThat(count("audit_event::text like '%kemphaan%'")).isZero();
    assertThat(Files.readString(TestOutput.file("quarkus-test.log"))).doesNotContain("kemphaan");
  }

  private static long count(String where) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from audit_event where " + where)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void search(Page page, String text) throws IOException {
    page.navigate(base() + SEARCH);
    page.getByLabel("Wat zoek je?").fill(text);
    Browser.press(
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek").setExact(true)));
  }

  private static APIResponse find(DeskClient desk, String... fields) {
    return desk.post(SEARCH, SEARCH, fields);
  }

  private static void assertRefused(APIResponse response, String sentence) {
    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text()).contains(sentence);
  }

  private static void send(String municipality, String text) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }
}

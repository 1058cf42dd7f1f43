package nl.uitweg.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access control of the desk: anonymous, wrong role, wrong municipality, authorised officer. */
@ServerTest
class DeskAccessTest {

  private static final Pattern HREF = Pattern.compile("/backoffice/reports/[0-9a-f-]{36}");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backoffice",
        "/backoffice?view=all",
        "/backoffice/reports/7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab"
      })
  void redirectsAnonymousToLogin(String path) {
    try (BrowserContext loggedIn = Browser.officer(base(), "auditor", 1280, true)) {
      assertThat(loggedIn.cookies()).isNotEmpty();
    }
    Response response = given().redirects().follow(false).get(path);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.header("Location"))
        .containsPattern("/realms/uitweg-\\d+/protocol/openid-connect/auth")
        .contains("code_challenge_method=S256");
  }

  @Test
  void refusesChangesByAnonymous() {
    String report = "/backoffice/reports/" + UUID.randomUUID();
    for (String action : List.of("/state", "/take", "/notes", "/messages")) {
      int status =
          given()
              .redirects()
              .follow(false)
              .formParam("to", "closed")
              .post(report + action)
              .statusCode();
      assertThat(status).as(action).isIn(302, 401, 403, 499);
    }
  }

  @ParameterizedTest
  @CsvSource({"care, referrals", "auditor, statistics", "admin, statistics"})
  void redirectsOtherRolesToFirstScreenOfTheirMenu(String user, String screen) {
    send("zilvervoort", "for officers only");
    String address = addressFor("zilvervoort", "for officers only");
    try (BrowserContext other = Browser.officer(base(), user, 1280, true)) {
      APIResponse inbox = other.request().get(base() + "/backoffice");
      assertThat(inbox.url()).endsWith("/backoffice/" + screen);
      assertThat(inbox.text()).doesNotContain("for officers only").doesNotContainPattern(HREF);
      assertThat(other.request().get(base() + address).status()).isEqualTo(403);
    }
  }

  @Test
  void hidesReportFromOtherMunicipalityAtGuessedAddress() {
    send("zilvervoort", "not for lindestede");
    String address = addressFor("zilvervoort", "not for lindestede");
    send("lindestede", "own report");
    try (BrowserContext other = Browser.officer(base(), "lindestede", 1280, true)) {
      assertThat(other.request().get(base() + address).status()).isEqualTo(404);
      String own = addressFor("lindestede", "own report");
      String token = token(other.request().get(base() + own).text());
      for (String action : List.of("/state", "/take", "/notes", "/messages")) {
        APIResponse response = post(other, address + action, token, "closed");
        assertThat(response.status()).as(action).isEqualTo(404);
      }
      assertThat(other.request().get(base() + "/backoffice/reports/" + UUID.randomUUID()).status())
          .isEqualTo(404);
      assertThat(other.request().get(base() + "/backoffice/reports/nonsense").status())
          .isEqualTo(404);
    }
  }

  @Test
  void rejectsFormWithoutOfficersOwnToken() {
    send("zilvervoort", "guarded");
    String address = addressFor("zilvervoort", "guarded");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext colleague = Browser.officer(base(), "officer", 1280, true)) {
      String colleaguesToken = token(colleague.request().get(base() + address).text());
      assertThat(post(officer, address + "/state", "", "closed").status()).isEqualTo(403);
      assertThat(post(officer, address + "/state", "forged", "closed").status()).isEqualTo(403);
      assertThat(post(officer, address + "/state", colleaguesToken, "closed").status())
          .isEqualTo(403);
      assertThat(officer.request().get(base() + address).text()).contains("Nieuw");
    }
  }

  @Test
  void explainsRefusedStateChange() {
    send("zilvervoort", "states");
    String address = addressFor("zilvervoort", "states");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      String token = token(officer.request().get(base() + address).text());
      APIResponse refused = post(officer, address + "/state", token, "reopened");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("Dit is niet gelukt");
      assertThat(post(officer, address + "/state", token, "nonsense").status()).isEqualTo(409);
      assertThat(post(officer, address + "/state", token, "closed").status()).isEqualTo(200);
      assertThat(officer.request().get(base() + address).text()).contains(">Heropen</button>");
    }
  }

  @Test
  void hidesReportForAllFromOthersOnceTaken() {
    send("dont-know", "whose is this");
    String address = addressFor("zilvervoort", "whose is this");
    try (BrowserContext zilvervoort = Browser.officer(base(), "zilvervoort", 1280, true);
        BrowserContext lindestede = Browser.officer(base(), "lindestede", 1280, true)) {
      String html = lindestede.request().get(base() + address).text();
      assertThat(html).contains("whose is this").contains("Nog niet aangenomen");
      String token = token(zilvervoort.request().get(base() + address).text());
      APIResponse taken =
          zilvervoort
              .request()
              .post(
                  base() + address + "/take",
                  RequestOptions.create()
                      .setForm(
                          FormData.create()
                              .set("token", token)
                              .set("municipality", "zilvervoort")));
      assertThat(taken.text()).contains("whose is this");
      assertThat(lindestede.request().get(base() + address).status()).isEqualTo(404);
    }
  }

  @Test
  void showsAuditWithoutContentToAuditorOnly() {
    send("zilvervoort", "audited words");
    String address = addressFor("zilvervoort", "audited words");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      assertThat(officer.request().get(base() + address).status()).isEqualTo(200);
      assertThat(officer.request().get(base() + "/backoffice/audit").status()).isEqualTo(403);
    }
    try (BrowserContext auditor = Browser.officer(base(), "auditor", 1280, true)) {
      Page page = auditor.newPage();
      page.navigate(base() + "/backoffice/audit");
      String log = PageReader.text(page.locator("main"));
      assertThat(log)
          .contains("Het logboek klopt")
          .contains(
              "Melding " + address.substring("/backoffice/reports/".length()).split("-", -1)[0])
          .contains("zilvervoort")
          .doesNotContain("audited words");
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void inboxAndCaseFilePassAxe() {
    send("ankerdaal", "to be looked at");
    String address = addressFor("ankerdaal", "to be looked at");
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext officer = Browser.officer(base(), "ankerdaal", width, true)) {
        Page page = officer.newPage();
        page.navigate(base() + "/backoffice");
        assertThat(Axe.violations(page)).isEmpty();
        page.navigate(base() + address);
        assertThat(Axe.violations(page)).isEmpty();
      }
    }
  }

  private static void send(String municipality, String text) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  private String addressFor(String officer, String text) {
    try (BrowserContext context = Browser.officer(base(), officer, 1280, true)) {
      String href = Inbox.address(context.newPage(), base(), text);
      assertThat(href).matches(HREF);
      return href;
    }
  }

  private APIResponse post(BrowserContext context, String path, String token, String to) {
    return context
        .request()
        .post(
            base() + path,
            RequestOptions.create()
                .setForm(
                    FormData.create()
                        .set("token", token)
                        .set("to", to)
                        .set("outcome", "other")
                        .set("note", "x")
                        .set("message", "x")
                        .set("municipality", "lindestede")));
  }

  private static String token(String html) {
    Matcher token = TOKEN.matcher(html);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}

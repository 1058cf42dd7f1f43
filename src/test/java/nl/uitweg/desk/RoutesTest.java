package nl.uitweg.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Tries every route in {@code routes.txt} as anonymous, with the wrong role, from another
 * municipality and as an authorised user. A new route needs a line in that file.
 */
@ServerTest
class RoutesTest {

  private static final Map<String, String> USERS =
      Map.of(
          "officer", "zilvervoort",
          "care-coordinator", "care",
          "auditor", "auditor",
          "administrator", "admin");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private static final Map<String, DeskClient> DESKS = new HashMap<>();
  private static final Map<String, String> REPORTS = new HashMap<>();

  @TestHTTPResource("/")
  String root;

  @AfterAll
  static void closeClients() {
    DESKS.values().forEach(DeskClient::close);
    DESKS.clear();
  }

  @Test
  void tableListsExactlyTheRoutesInCode() {
    assertThat(Route.table().stream().map(Route::toString))
        .containsExactlyInAnyOrderElementsOf(Route.declaredInCode());
  }

  @Test
  void redirectsAnonymousToLoginAndChangesNothing() {
    desk("auditor");
    for (Route route : Route.table()) {
      Response response =
          given()
              .redirects()
              .follow(false)
              .formParams(route.isGet() ? Map.of() : Map.of("token", "x"))
              .request(route.method(), route.address(report("zilvervoort")));
      if (route.isGet()) {
        assertThat(response.statusCode()).as("%s", route).isEqualTo(302);
        assertThat(response.header("Location")).as("%s", route).contains("/realms/uitweg-");
      } else {
        assertThat(response.statusCode()).as("%s", route).isIn(302, 401, 403, 499);
      }
    }
  }

  @Test
  void refusesEveryOtherRole() {
    for (Route route : Route.table()) {
      USERS.forEach(
          (role, user) -> {
            if (!route.roles().contains(role)) {
              assertRefused(403, route, user);
            }
          });
    }
  }

  @Test
  void answersNotFoundToAnotherMunicipality() {
    for (Route route : Route.table()) {
      if (route.concernsReport() && route.roles().contains("officer")) {
        assertRefused(404, route, "lindestede");
        assertThat(AuditRows.about("report/" + report("zilvervoort")))
            .as("%s", route)
            .anyMatch(event -> event.startsWith("lindestede access refused " + route.method()));
      }
    }
  }

  /** Asserts the status, and that the refusal is recorded as exactly one event. */
  private void assertRefused(int status, Route route, String user) {
    String report = report("zilvervoort");
    String token = route.isGet() ? "" : token(user);
    int before = AuditRows.refusals(user);
    APIResponse refused = send(route, user, report, token);
    assertThat(refused.status()).as("%s as %s", route, user).isEqualTo(status);
    assertThat(refused.text())
        .as("%s as %s", route, user)
        .contains("class=\"desk-menu\"", status == 403 ? "een andere rol" : "Niet gevonden")
        .doesNotContain("<form method=\"post\"")
        .doesNotContain("Behind every route");
    assertThat(AuditRows.refusals(user)).as("%s as %s", route, user).isEqualTo(before + 1);
  }

  @Test
  void refusesEveryFormFromAnotherSiteOrWithForgedToken() {
    for (Route route : Route.table()) {
      if (!route.isGet()) {
        for (String role : route.roles()) {
          String user = USERS.get(role);
          String address = route.address(report("zilvervoort"));
          int before = AuditRows.refusals(user);
          APIResponse elsewhere =
              desk(user).postWith(Map.of("Sec-Fetch-Site", "cross-site"), token(user), address);
          assertThat(elsewhere.status()).as("%s as %s", route, user).isEqualTo(403);
          assertThat(desk(user).postWith("forged", address).status())
              .as("%s as %s", route, user)
              .isEqualTo(403);
          assertThat(AuditRows.refusals(user)).as("%s as %s", route, user).isEqualTo(before + 2);
        }
      }
    }
  }

  @Test
  void answersEveryPermittedRole() {
    for (Route route : Route.table()) {
      for (String role : route.roles()) {
        String user = USERS.get(role);
        int status = send(route, user, report("zilvervoort")).status();
        if (route.status().isEmpty()) {
          assertThat(status).as("%s as %s", route, role).isIn(200, 409, 422);
        } else {
          assertThat(status).as("%s as %s", route, role).asString().matches(route.status());
        }
      }
    }
  }

  @Test
  void answersForeignAndAbsentReportAlike() {
    String foreign = report("zilvervoort");
    DeskClient lindestede = desk("lindestede");
    APIResponse other = lindestede.get("/backoffice/reports/" + foreign);
    APIResponse absent = lindestede.get("/backoffice/reports/" + UUID.randomUUID());
    assertThat(other.status()).isEqualTo(404);
    assertThat(absent.status()).isEqualTo(404);
    assertThat(withoutTimes(other.text())).isEqualTo(withoutTimes(absent.text()));
    for (String nonsense : List.of("nonsense", "1", "%00", "a".repeat(3_000))) {
      assertThat(lindestede.get("/backoffice/reports/" + nonsense).status())
          .as(nonsense)
          .isIn(400, 404);
    }
  }

  /** The page without the times of the session warning, which differ for every request. */
  private static String withoutTimes(String page) {
    return page.replaceAll("data-(idle|end)=\"\\d+\"", "");
  }

  private APIResponse send(Route route, String user, String report) {
    return send(route, user, report, route.isGet() ? "" : token(user));
  }

  private APIResponse send(Route route, String user, String report, String token) {
    String address = route.address(report);
    return route.isGet() ? desk(user).get(address) : desk(user).postWith(token, address);
  }

  /** Form token from a page of this user; an invalid one when the page has no form. */
  private String token(String user) {
    String page =
        switch (user) {
          case "auditor" -> "/backoffice/audit";
          case "zilvervoort", "lindestede" -> "/backoffice/reports/" + report(user);
          default -> "/backoffice";
        };
    Matcher token = TOKEN.matcher(desk(user).get(page).text());
    return token.find() ? token.group(1) : "none";
  }

  private DeskClient desk(String user) {
    return DESKS.computeIfAbsent(user, name -> new DeskClient(base(), name));
  }

  /** Id of a report of this municipality, sent on first use. */
  private String report(String municipality) {
    return REPORTS.computeIfAbsent(
        municipality,
        name -> {
          String description = "Behind every route of " + name;
          FormClient form = new FormClient("en");
          form.fillIn(name, description, "unknown");
          assertThat(FormClient.code(form.press("send"))).hasSize(20);
          String href = Inbox.address(desk(name).context().newPage(), base(), description);
          return href.substring(href.lastIndexOf('/') + 1);
        });
  }

  private String base() {
    return root.substring(0, root.length() - 1);
  }
}

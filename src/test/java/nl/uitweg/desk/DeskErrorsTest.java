package nl.uitweg.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Every error at the desk is a page of the desk, without the emergency button of the site. */
@ServerTest
class DeskErrorsTest {

  private static final String SEARCH = "/backoffice/search";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void showsErrorsInLayoutOfDesk() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String notes = "/backoffice/reports/" + UUID.randomUUID() + "/notes";
      Map<Integer, List<APIResponse>> errors =
          Map.of(
              403,
              List.of(desk.postWith("forged", SEARCH, "q", "word"), desk.get("/backoffice/admin")),
              404,
              List.of(
                  desk.get("/backoffice/reports/" + UUID.randomUUID()),
                  desk.get("/backoffice/nothing"),
                  desk.post(SEARCH, notes, "note", "text")),
              405,
              List.of(desk.send("DELETE", SEARCH, "{}")),
              415,
              List.of(desk.send("POST", SEARCH, "{}")),
              500,
              List.of(desk.post(SEARCH, "/backoffice/unrecorded/" + UUID.randomUUID() + "/page")));
      errors.forEach(
          (status, responses) ->
              responses.forEach(
                  response -> {
                    assertThat(response.status()).as(response.url()).isEqualTo(status);
                    assertDeskPage(response);
                    assertThat(response.text())
                        .as(response.url())
                        .contains("class=\"desk-menu\"", "href=\"/backoffice/logout\"");
                  }));
      assertDeskPage(desk.get("/backoffice/reports/%00"));
      APIResponse tooLarge = desk.post(SEARCH, SEARCH, "q", "x".repeat(400_000));
      assertThat(tooLarge.status()).isEqualTo(413);
      assertDeskPage(tooLarge);
    }
  }

  @Test
  void showsPlainErrorWithoutLogin() {
    String page =
        given()
            .header("Accept-Language", "en")
            .contentType("application/x-www-form-urlencoded")
            .body("q=" + "x".repeat(400_000))
            .post(SEARCH)
            .then()
            .statusCode(413)
            .extract()
            .asString();
    assertThat(page)
        .contains(
            "This is too large", "lang=\"en\"", "class=\"utrecht-theme utrecht-document desk\"")
        .doesNotContain("desk-menu")
        .doesNotContain("/danger");
  }

  @Test
  void saysWhichRoleIsNeededAndLinksOwnScreens() {
    try (DeskClient admin = new DeskClient(base(), "admin")) {
      Page page = admin.context().newPage();
      page.navigate(base() + "/backoffice/search");
      assertThat(page.locator("h1")).hasText("Dit kan niet");
      assertThat(page.locator("main")).containsText("andere rol nodig: Aandachtsfunctionaris.");
      assertThat(page.locator("main a[href='/backoffice/admin']")).isVisible();
      assertThat(page.locator("main a[href='/backoffice/search']")).hasCount(0);
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @Test
  void printsNoFormsButtonsOrMenu() {
    SentReport report = SentReport.send("ankerdaal", "Printed on paper", "unknown");
    try (DeskClient desk = new DeskClient(base(), "ankerdaal")) {
      Page page = desk.context().newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String path : List.of(report.path(), "/backoffice?view=all", SEARCH)) {
        page.navigate(base() + path);
        assertThat(page.locator("input:visible, select:visible, textarea:visible, button:visible"))
            .hasCount(0);
        assertThat(page.locator(".desk-menu")).isHidden();
        assertThat(page.locator("h1")).isVisible();
      }
      page.navigate(base() + report.path());
      assertThat(page.getByText("Printed on paper").first()).isVisible();
    }
  }

  private static void assertDeskPage(APIResponse response) {
    assertThat(response.headers().get("content-type")).as(response.url()).startsWith("text/html");
    assertThat(response.text())
        .as(response.url())
        .contains("utrecht-document desk", "lang=\"nl\"")
        .doesNotContain("/danger")
        .doesNotContain("class=\"exit");
  }
}

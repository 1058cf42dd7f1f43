package nl.uitweg.desk.handling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.List;
import java.util.UUID;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Changing the assignee, the urgency and the labels of a report. */
@ServerTest
class HandlingTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void findsReportByAssigneeAndLabel() {
    String description = "Eight men in one caravan";
    String address = sendReport("zilvervoort", description);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      page.navigate(base() + address);
      assertThat(page.locator(".handling")).containsText("nog geen behandelaar");
      unfold(page);
      page.getByLabel("Huisvesting").check();
      page.getByLabel("Spoed", new Page.GetByLabelOptions().setExact(true)).check();
      press(page, "Bewaar");
      press(page, "Ik neem dit aan");
      assertThat(page.locator(".handling")).containsText("Jij bent de behandelaar.");
      assertThat(page.locator(".handling")).containsText("Voor het eerst gelezen op");
      assertThat(page.locator(".tags")).containsText("In behandeling");
      unfold(page);
      assertThat(page.getByLabel("Huisvesting")).isChecked();
      assertThat(page.locator(".timeline").first()).containsText("Aangenomen door jou");
      page.getByText("keer gelezen of geopend").click();
      assertThat(page.locator(".timeline").last()).containsText("Spoed gewijzigd");
      assertThat(page.locator(".timeline").last()).containsText("Labels gewijzigd");
      assertThat(desk.get("/backoffice?view=mine").text()).contains(description);
      assertThat(desk.get("/backoffice?view=urgent").text()).contains(description);
      assertThat(desk.get("/backoffice?view=unassigned").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?label=housing&consent=unknown&form=labour").text())
          .contains(description);
      assertThat(desk.get("/backoffice?label=minors").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?consent=share").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?assigned=zilvervoort&state=in-progress").text())
          .contains(description);
      assertThat(desk.get("/backoffice?until=2020-01-01").text()).doesNotContain(description);
    }
  }

  @Test
  void showsColleaguesChangeAndKeepsInput() {
    String address = sendReport("zilvervoort", "Two at once");
    try (DeskClient first = new DeskClient(base(), "zilvervoort");
        DeskClient second = new DeskClient(base(), "officer")) {
      Page secondPage = second.context().newPage();
      secondPage.navigate(base() + address);
      unfold(secondPage);
      secondPage.getByLabel("Horeca").check();
      Page firstPage = first.context().newPage();
      firstPage.navigate(base() + address);
      unfold(firstPage);
      firstPage.getByLabel("Vervoer").check();
      press(firstPage, "Bewaar");
      press(firstPage, "Ik neem dit aan");
      press(secondPage, "Bewaar");
      assertThat(secondPage.getByRole(AriaRole.ALERT))
          .containsText("Een collega heeft dit net gewijzigd");
      assertThat(secondPage.getByRole(AriaRole.ALERT)).containsText("behandelaar zilvervoort");
      assertThat(secondPage.getByRole(AriaRole.ALERT)).containsText("Vervoer");
      assertThat(secondPage.getByLabel("Horeca")).isChecked();
      assertThat(Axe.violations(secondPage)).isEmpty();
      secondPage.getByLabel("Vervoer").check();
      secondPage.getByLabel("Behandelaar").fill("officer");
      press(secondPage, "Bewaar");
      assertThat(secondPage.locator(".handling")).containsText("Jij bent de behandelaar.");
      unfold(secondPage);
      assertThat(secondPage.getByLabel("Vervoer")).isChecked();
      assertThat(secondPage.getByLabel("Horeca")).isChecked();
    }
  }

  @Test
  void assignsReportToKnownColleagueOrNobody() {
    String address = sendReport("zilvervoort", "For a colleague");
    for (String name : List.of("officer", "lindestede", "auditor")) {
      try (DeskClient colleague = new DeskClient(base(), name)) {
        assertThat(colleague.get("/backoffice").status()).isEqualTo(200);
      }
    }
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      page.navigate(base() + address);
      unfold(page);
      page.getByLabel("Behandelaar").fill("<nobody we know>");
      press(page, "Bewaar");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("mag deze melding niet openen");
      assertThat(page.getByLabel("Behandelaar")).hasValue("<nobody we know>");
      assertThat(page.locator("#colleagues option[value=officer]")).hasCount(1);
      for (String other : List.of("lindestede", "auditor")) {
        assertThat(page.locator("#colleagues option[value=" + other + "]")).hasCount(0);
        page.getByLabel("Behandelaar").fill(other);
        press(page, "Bewaar");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("mag deze melding niet openen");
      }
      page.getByLabel("Behandelaar").fill("Officer");
      press(page, "Bewaar");
      assertThat(page.locator(".handling")).containsText("Behandelaar: officer.");
      unfold(page);
      page.getByLabel("Behandelaar").fill("");
      press(page, "Bewaar");
      assertThat(page.locator(".handling")).containsText("nog geen behandelaar");
    }
  }

  @Test
  void reportInProgressKeepsAnAssignee() {
    String address = sendReport("zilvervoort", "Somebody must have this");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      Page page = desk.context().newPage();
      page.navigate(base() + address);
      press(page, "Ik neem dit aan");
      unfold(page);
      page.getByLabel("Behandelaar").fill("");
      press(page, "Bewaar");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("is altijd van iemand");
      page.navigate(base() + address);
      assertThat(page.locator(".handling")).containsText("Jij bent de behandelaar.");
    }
  }

  @Test
  void refusesChangeWithoutAccessOrToken() {
    String zilvervoortReport = sendReport("zilvervoort", "Hands off");
    String lindestedeReport = sendReport("lindestede", "Of Lindestede");
    int status =
        given().redirects().follow(false).post(zilvervoortReport + "/handling").statusCode();
    assertThat(status).isIn(302, 401, 403, 499);
    try (DeskClient lindestede = new DeskClient(base(), "lindestede")) {
      APIResponse guessed =
          lindestede.post(
              lindestedeReport, zilvervoortReport + "/handling", "assigned", "zilvervoort");
      assertThat(guessed.status()).isEqualTo(404);
      assertThat(
              lindestede
                  .post(
                      lindestedeReport,
                      "/backoffice/reports/" + UUID.randomUUID() + "/handling",
                      "go",
                      "mine")
                  .status())
          .isEqualTo(404);
      assertThat(
              lindestede.post(lindestedeReport, "/backoffice/reports/nonsense/handling").status())
          .isEqualTo(404);
      assertThat(
              lindestede
                  .postWith("forged", lindestedeReport + "/handling", "assigned", "zilvervoort")
                  .status())
          .isEqualTo(403);
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(
              auditor
                  .postWith("forged", zilvervoortReport + "/handling", "assigned", "zilvervoort")
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void requiresTakingReportFirst() {
    String address = sendReport("dont-know", "Of which municipality");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(address).text())
          .contains("Nog niet aangenomen")
          .doesNotContain("value=\"mine\"");
      APIResponse refused = desk.post(address, address + "/handling", "assigned", "zilvervoort");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("Neem de melding eerst");
    }
  }

  private String sendReport(String municipality, String description) {
    FormClient form = new FormClient("en");
    form.fillIn(municipality, description, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    String officer = municipality.equals("lindestede") ? "lindestede" : "zilvervoort";
    try (DeskClient desk = new DeskClient(base(), officer)) {
      return Inbox.address(desk.context().newPage(), base(), description);
    }
  }

  private static void unfold(Page page) {
    page.locator(".handling summary").click();
  }

  private static void press(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }
}

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
      assertThat(page.locator(".handling")).containsText("Nog van niemand");
      page.getByLabel("Huisvesting").check();
      page.getByLabel("Dringend", new Page.GetByLabelOptions().setExact(true)).check();
      press(page, "Ik doe dit");
      assertThat(page.locator(".handling")).containsText("Van jou.");
      assertThat(page.locator(".handling")).containsText("Voor het eerst gelezen op");
      assertThat(page.getByLabel("Huisvesting")).isChecked();
      assertThat(page.locator(".timeline")).containsText("Aan iemand gegeven");
      assertThat(page.locator(".timeline")).containsText("Anders ingeschat");
      assertThat(page.locator(".timeline")).containsText("Labels veranderd");
      assertThat(desk.get("/backoffice?view=mine").text()).contains(description);
      assertThat(desk.get("/backoffice?view=urgent").text()).contains(description);
      assertThat(desk.get("/backoffice?view=unassigned").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?label=housing&consent=unknown&form=labour").text())
          .contains(description);
      assertThat(desk.get("/backoffice?label=minors").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?consent=share").text()).doesNotContain(description);
      assertThat(desk.get("/backoffice?assigned=zilvervoort&state=new").text())
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
      secondPage.getByLabel("Horeca").check();
      Page firstPage = first.context().newPage();
      firstPage.navigate(base() + address);
      firstPage.getByLabel("Vervoer").check();
      press(firstPage, "Ik doe dit");
      press(secondPage, "Bewaar");
      assertThat(secondPage.getByRole(AriaRole.ALERT))
          .containsText("Een collega heeft dit net veranderd");
      assertThat(secondPage.getByRole(AriaRole.ALERT)).containsText("van zilvervoort");
      assertThat(secondPage.getByRole(AriaRole.ALERT)).containsText("Vervoer");
      assertThat(secondPage.getByLabel("Horeca")).isChecked();
      assertThat(Axe.violations(secondPage)).isEmpty();
      secondPage.getByLabel("Vervoer").check();
      press(secondPage, "Ik doe dit");
      assertThat(secondPage.locator(".handling")).containsText("Van jou.");
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
      page.getByLabel("Van wie").fill("<nobody we know>");
      press(page, "Bewaar");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("kan deze melding niet openen");
      assertThat(page.getByLabel("Van wie")).hasValue("<nobody we know>");
      assertThat(page.locator("#colleagues option[value=officer]")).hasCount(1);
      for (String other : List.of("lindestede", "auditor")) {
        assertThat(page.locator("#colleagues option[value=" + other + "]")).hasCount(0);
        page.getByLabel("Van wie").fill(other);
        press(page, "Bewaar");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("kan deze melding niet openen");
      }
      page.getByLabel("Van wie").fill("Officer");
      press(page, "Bewaar");
      assertThat(page.locator(".handling")).containsText("Van officer.");
      page.getByLabel("Van wie").fill("");
      press(page, "Bewaar");
      assertThat(page.locator(".handling")).containsText("Nog van niemand");
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
          lindestede.post(lindestedeReport, zilvervoortReport + "/handling", "go", "mine");
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
              lindestede.postWith("forged", lindestedeReport + "/handling", "go", "mine").status())
          .isEqualTo(403);
    }
    try (DeskClient auditor = new DeskClient(base(), "auditor")) {
      assertThat(auditor.postWith("forged", zilvervoortReport + "/handling", "go", "mine").status())
          .isEqualTo(403);
    }
  }

  @Test
  void requiresTakingReportFirst() {
    String address = sendReport("dont-know", "Of which municipality");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(address).text()).contains("Nog van niemand").doesNotContain("Ik doe dit");
      APIResponse refused = desk.post(address, address + "/handling", "go", "mine");
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
      return Inbox.row(desk.context().newPage(), base(), description)
          .locator("a")
          .getAttribute("href");
    }
  }

  private static void press(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }
}

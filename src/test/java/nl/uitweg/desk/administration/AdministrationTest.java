package nl.uitweg.desk.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administration page shows the state of the installation, no secret and no report. */
@ServerTest
class AdministrationTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void showsHealthAndSettingsWithoutSecrets(int width) {
    try (BrowserContext admin = Browser.officer(base(), "admin", width, true)) {
      Page page = admin.newPage();
      page.navigate(base() + "/backoffice/admin");
      assertThat(page.locator("[aria-labelledby=health]").first()).containsText("Database");
      assertThat(page.locator("[aria-labelledby=health]").first()).containsText("antwoordt");
      assertThat(page.locator("[aria-labelledby=health]").first()).containsText("GB vrij");
      assertThat(page.locator("[aria-labelledby=health]").first())
          .containsText("Plaats en toestel uit foto’s halen antwoordt");
      assertThat(page.locator("section[aria-labelledby=keys]")).containsText("Zilvervoort");
      assertThat(page.locator("section[aria-labelledby=keys]")).containsText("aanwezig en juist");
      assertThat(page.locator("section[aria-labelledby=keys]"))
          .containsText("hoort niet op deze server");
      assertThat(page.locator("section[aria-labelledby=translations]")).containsText("English");
      assertThat(page.locator("section[aria-labelledby=settings]"))
          .containsText("quarkus.oidc.credentials.secret");
      assertThat(page.locator("section[aria-labelledby=settings]")).containsText("ingesteld");
      assertThat(PageReader.text(page.locator("section[aria-labelledby=versions]")))
          .containsPattern("V\\d+")
          .contains("18.");
      assertThat(page.locator("section[aria-labelledby=matching]"))
          .containsText("Aan. Overeenkomst: Samenwerkingsovereenkomst");
      assertThat(page.content()).doesNotContain("only-for-tests").doesNotContain("jdbc:");
      assertThat(Axe.violations(page)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zilvervoort", "Zorgcoördinatie"})
  void checksKeysetsOfMunicipalitiesAndCareCoordination(String name) {
    try (DeskClient admin = new DeskClient(base(), "admin")) {
      Page page = admin.context().newPage();
      page.navigate(base() + "/backoffice/admin");
      Locator row =
          page.locator("section[aria-labelledby=keys] tr")
              .filter(new Locator.FilterOptions().setHasText(name));
      assertThat(row).containsText("aanwezig en juist");
      assertThat(row.locator(".urgent")).hasCount(0);
    }
  }

  @Test
  void countsClosedReportWithoutShowingIt() {
    String description = "Closed and counted";
    FormClient form = new FormClient("en");
    form.fillIn("ankerdaal", description, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient officer = new DeskClient(base(), "ankerdaal");
        DeskClient admin = new DeskClient(base(), "admin")) {
      long before = reportsDueLater(admin);
      String address = Inbox.address(officer.context().newPage(), base(), description);
      assertThat(
              officer
                  .post(address, address + "/state", "to", "closed", "outcome", "other")
                  .status())
          .isEqualTo(200);
      assertThat(reportsDueLater(admin)).isEqualTo(before + 1);
      assertThat(admin.get("/backoffice/admin").text())
          .doesNotContain(description)
          .doesNotContain(address);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zilvervoort", "care", "auditor"})
  void hidesAdministrationFromOtherRoles(String user) {
    try (DeskClient other = new DeskClient(base(), user)) {
      assertThat(other.get("/backoffice/admin").status()).isEqualTo(403);
      assertThat(other.get("/backoffice").text()).doesNotContain("/backoffice/admin");
    }
  }

  private long reportsDueLater(DeskClient admin) {
    Page page = admin.context().newPage();
    page.navigate(base() + "/backoffice/admin");
    return Long.parseLong(
        PageReader.text(
            page.locator("section[aria-labelledby=retention] tr")
                .filter(new Locator.FilterOptions().setHasText("Ankerdaal"))
                .locator("td")
                .nth(3)));
  }
}

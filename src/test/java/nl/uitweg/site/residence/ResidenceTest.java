package nl.uitweg.site.residence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Someone without papers finds out what is possible. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class ResidenceTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void someone_without_papers_reads_what_is_possible_and_no_address_tells_it(
      int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en");
      Browser.press(
          page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Questions about staying")));
      axe(page, javaScript);
      choose(page, "From another country");
      choose(page, "18 or older");
      choose(page, "No valid papers");
      press(page, "Next"); // Dublin: not answered
      assertThat(page.locator("h1")).containsText("already a case");
      press(page, "Back");
      assertThat(page.locator("h1")).containsText("decide about your asylum");
      choose(page, "No");
      choose(page, "No, not yet");
      choose(page, "I cannot");
      choose(page, "Yes");
      assertThat(page.locator("h1")).hasText("What this may mean for you");
      String said = PageReader.text(page.locator("main"));
      assertThat(said)
          .contains("They are not the police")
          .contains("at most three months")
          .contains("A statement of the police or of a doctor is needed")
          .contains("compared with a public copy on 24 November 2026")
          .contains("insured for the doctor")
          .doesNotContain("30 days")
          .doesNotContain("EU rules");
      assertThat(PageReader.text(page.locator("main [lang=nl]").first())).isNotEmpty();
      axe(page, javaScript);
      assertThat(page.url()).isEqualTo(base() + "/en/residence");
      assertThat(visitor.cookies()).isEmpty();

      Browser.press(page.locator("button[value='change:dublin']"));
      choose(page, "Yes");
      press(page, "Show what is known so far");
      assertThat(page.locator("main")).containsText("at most 30 days");
      assertThat(page.locator("main")).containsText("This is not certain. Ask a lawyer.");

      page.locator(".languages summary").click();
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nederlands")));
      assertThat(page.url()).isEqualTo(base() + "/nl/residence");
      assertThat(page.locator("main")).containsText("hooguit 30 dagen");
    }
  }

  @Test
  void nothing_answered_still_ends_in_a_next_step() {
    Response now = given().formParam("go", "now").post("/nl/residence");
    assertThat(now.statusCode()).isEqualTo(200);
    assertThat(now.asString()).contains("Praat eerst met").contains("tel:112");
    assertThat(now.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void answers_that_do_not_exist_are_dropped() {
    Response odd =
        given()
            .formParam("nationality", "<script>")
            .formParam("nationality", "mars")
            .formParam("at", "nowhere")
            .formParam("go", "change:nothing")
            .post("/en/residence");
    assertThat(odd.statusCode()).isEqualTo(200);
    assertThat(odd.asString()).doesNotContain("mars").doesNotContain("<script>");
  }

  private static void choose(Page page, String label) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    press(page, "Next");
  }

  private static void press(Page page, String button) {
    Browser.press(
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
  }

  private static void axe(Page page, boolean javaScript) {
    if (javaScript) {
      assertThat(Axe.violations(page)).isEmpty();
    }
  }
}

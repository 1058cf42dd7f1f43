package nl.uitweg.site.residence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The residence guide in the browser, and its responses to unusual requests. */
@ServerTest
class ResidenceTest {

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void guidesVisitorWithoutPapersAndKeepsAnswersOutOfUrl(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "en-GB")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/en");
      Browser.press(
          page.getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName("Questions about staying")));
      assertAccessible(page, javaScript);
      choose(page, "From another country");
      choose(page, "18 or older");
      choose(page, "No valid papers");
      press(page, "Next"); // Dublin: not answered
      assertThat(page.locator("h1")).containsText("already a case");
      press(page, "Back");
      assertThat(page.locator("h1")).containsText("decide on your asylum");
      choose(page, "No");
      choose(page, "No, not yet");
      choose(page, "No, I cannot");
      choose(page, "Yes");
      assertThat(page.locator("h1")).hasText("What this may mean for you");
      String text = PageReader.text(page.locator("main"));
      assertThat(PageReader.text(page.locator(".answer")))
          .contains("You may be able to stay in the harbour. Talk to Hulplijn De Brug.")
          .doesNotContain("You may be on the coast.");
      assertThat(text)
          .contains("Talk to Hulplijn De Brug first.")
          .contains("You may stay in the harbour.")
          .contains("Ask for a letter from the doctor.")
          .contains("24 November 2026")
          .doesNotContain("at the lighthouse")
          .doesNotContain("on the coast");
      assertThat(PageReader.text(page.locator("main [lang=nl]").first())).isNotEmpty();
      assertAccessible(page, javaScript);
      assertThat(page.url()).isEqualTo(base() + "/en/residence");
      assertThat(visitor.cookies()).isEmpty();

      Browser.press(page.locator("button[value='change:dublin']"));
      choose(page, "Yes");
      press(page, "Show the answer now");
      assertThat(page.locator("main")).containsText("You may stay at the lighthouse.");
      assertThat(page.locator("main")).containsText("This is not certain. Ask a lawyer.");

      page.locator(".languages summary").click();
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nederlands")));
      assertThat(page.url()).isEqualTo(base() + "/nl/residence");
      assertThat(page.locator("main")).containsText("Je mag blijven bij de vuurtoren.");
    }
  }

  @Test
  void makesDutchSheetForLawyerInAnyLanguage() {
    String sheet =
        given()
            .formParam("nationality", "eu")
            .formParam("go", "sheet")
            .post("/en/residence")
            .asString();
    assertThat(sheet)
        .contains("Page for your lawyer")
        .contains("<article class=\"sheet\" lang=\"nl\" dir=\"ltr\">")
        .contains("Je mag aan de kust blijven.")
        .contains("Kustwet, artikel 1")
        .contains("https://bron.example/free-coast-2")
        .contains("name=\"nationality\" value=\"eu\"")
        .doesNotContain("You may stay on the coast.");
  }

  @Test
  void showsNextStepWithoutAnswers() {
    Response outcome = given().formParam("go", "now").post("/nl/residence");
    assertThat(outcome.statusCode()).isEqualTo(200);
    assertThat(outcome.asString()).contains("Bel bij gevaar.").contains("tel:112");
    assertThat(outcome.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void ignoresUnknownAnswers() {
    Response response =
        given()
            .formParam("nationality", "<script>")
            .formParam("nationality", "mars")
            .formParam("at", "nowhere")
            .formParam("go", "change:nothing")
            .post("/en/residence");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asString()).doesNotContain("mars").doesNotContain("<script>");
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

  private static void assertAccessible(Page page, boolean javaScript) {
    if (javaScript) {
      assertThat(Axe.violations(page)).isEmpty();
    }
  }
}

package nl.uitweg.site.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.content.Content;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of organisations, the search in it, the page of indicators and the wallet card. */
@ServerTest
class DirectoryTest {

  @TestHTTPResource("/")
  String root;

  @Inject Content content;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void ranksOrganisationsForWorkerWithoutPapers(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/organisations");
      page.locator(".finder summary").click();
      page.locator("#form").selectOption("labour");
      page.locator("#status").selectOption("no-papers");
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Laat zien")));
      List<String> names = PageReader.texts(page.locator("article h3"));
      assertThat(names.get(0)).isEqualTo("Alarmnummer");
      assertThat(names.get(1)).isEqualTo("Werkwijzer");
      assertThat(page.locator("article").nth(1).locator(".call"))
          .containsText("werkwijzer.example");
      assertThat(page.locator("#arbeidsinspectie"))
          .containsText("Praat eerst met Hulplijn De Brug.");
      assertThat(page.locator("#arbeidsinspectie")).not().containsText("Past het best");
      assertThat(names)
          .contains("Hulplijn De Brug")
          .doesNotContain("Het Vrouwenhuis", "Chat Ommekeer");
      assertThat(names).doesNotContain("Kustberaad", "Gemeente Veerhaven");
      assertThat(page.locator("article").nth(1)).containsText("Past het best bij wat je koos");
      assertThat(page.url()).as("the URL has no criteria").endsWith("/nl/organisations/find");
      assertThat(page.locator("#form")).hasValue("labour");
      if (javaScript) {
        assertThat(Axe.violations(page)).isEmpty();
      }
      page.locator(".languages summary").click();
      Browser.press(
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")));
      assertThat(page.url()).endsWith("/en/organisations/find");
      assertThat(page.locator("#form")).hasValue("labour");
      assertThat(PageReader.texts(page.locator("article h3"))).isEqualTo(names);
      page.navigate(base() + "/nl/organisations/find");
      assertThat(page.url()).endsWith("/nl/organisations");
    }
  }

  @Test
  void cardOffersTheMostDirectContactFirst() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/organisations");
      assertThat(PageReader.texts(page.locator("#comensha .actions > a")))
          .containsExactly("Bel 0800-0102", "de-brug.example");
      assertThat(PageReader.texts(page.locator("#fairwork .actions > a")))
          .containsExactly("werkwijzer.example");
      assertThat(page.locator("#slachtofferhulp .cost"))
          .hasText("hulp is gratis"); // the cost of a call is not known
      assertThat(page.locator("#comensha details")).not().hasAttribute("open", "");
      page.locator("#comensha summary").click();
      assertThat(page.locator("#comensha details")).containsText("hulp@de-brug.example");
    }
  }

  @Test
  void cardNamesEachAddressOnce() {
    String page = given().get("/nl/organisations").asString();
    for (String card : page.substring(page.indexOf("<article")).split("<article", -1)) {
      assertThat(
              Pattern.compile("href=\"([^\"]*)\"")
                  .matcher(card.replaceAll("(?s)</article>.*", ""))
                  .results())
          .extracting(link -> link.group(1))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void sourcesOfEveryOrganisationAreOnOnePage() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/organisations");
      page.locator("#comensha summary").click();
      Browser.press(page.locator("#comensha a", new Page.LocatorOptions().setHasText("Bronnen")));
      assertThat(page.url()).endsWith("/nl/sources#comensha");
      assertThat(page.locator("main ul a[href='https://bron.example/comensha-2']"))
          .hasText("bron.example");
    }
  }

  @Test
  void ranksYouthHelpFirstForMinors() {
    String page = given().formParam("minor", "yes").post("/en/organisations/find").asString();
    assertThat(page.indexOf("id=\"jongerenlijn\""))
        .isPositive()
        .isLessThan(page.indexOf("id=\"comensha\""));
    assertThat(page.indexOf("id=\"veilig-thuis\"")).isLessThan(page.indexOf("id=\"comensha\""));
  }

  @Test
  void ignoresUnknownCriteria() {
    String page =
        given()
            .formParam("form", "<b>")
            .formParam("speaks", "xx")
            .post("/en/organisations/find")
            .asString();
    assertThat(page).contains("Hulplijn De Brug").doesNotContain("<b>\"");
  }

  @Test
  void publishesSameFactsAsStructuredData() throws IOException {
    String page = given().get("/nl/organisations").asString();
    Matcher data =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>").matcher(page);
    assertThat(data.find()).isTrue();
    JsonNode graph = new ObjectMapper().readTree(data.group(1)).get("@graph");
    assertThat(graph.size()).isGreaterThan(15);
    for (JsonNode organisation : graph) {
      assertThat(organisation.get("name").asText()).isNotBlank();
      if (organisation.has("telephone")) {
        assertThat(page).contains("tel:" + organisation.get("telephone").asText());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"360,false", "1280,true"})
  void opensFormWithIndicatorsOfChosenForm(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(base() + "/nl/signals");
      assertThat(page.locator("section ul.utrecht-unordered-list li")).hasCount(indicators());
      Browser.press(
          page.locator("section", new Page.LocatorOptions().setHasText("Seks onder dwang"))
              .getByRole(AriaRole.BUTTON));
      assertThat(page.url()).endsWith("/nl/report");
      page.locator("#safety-no").check();
      next(page);
      assertThat(page.locator("#forms-sexual")).isChecked();
      next(page);
      assertThat(PageReader.texts(page.locator("details[open] summary")))
          .containsExactly("Seks onder dwang");
    }
  }

  @Test
  void showsNumbersButNoSubjectOnWalletCard() {
    String card = given().get("/nl/card").asString();
    String wallet = card.substring(card.indexOf("class=\"wallet\""), card.indexOf("</figure>"));
    assertThat(wallet).contains("112").contains("0800-0102").contains("<svg");
    assertThat(wallet.toLowerCase(Locale.ROOT)).doesNotContain("mensenhandel", "slachtoffer ");
  }

  private int indicators() {
    return content.indicators().forms().stream().mapToInt(form -> form.indicators().size()).sum();
  }

  private static void next(Page page) {
    Browser.press(page.locator("button[value=next]").last());
  }
}

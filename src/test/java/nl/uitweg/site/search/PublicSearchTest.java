package nl.uitweg.site.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestClock;
import nl.uitweg.testsupport.TestOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the public site, as a visitor uses it. */
@ServerTest
class PublicSearchTest {

  private static final int MAX_LENGTH = 200;

  @TestHTTPResource("/")
  String root;

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"320,false", "1280,true"})
  void findsPageWithoutWordsInAddress(int width, boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(width, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/search");
      page.locator("#words").fill("mijn paspoort is afgepakt");
      press(page, "Zoek");
      assertThat(page.locator("ol a").first()).containsText("Je papieren");
      assertThat(page.locator("#words")).hasValue("mijn paspoort is afgepakt");
      assertThat(page.url()).matches(".*/nl/search/[A-Za-z0-9_-]+").doesNotContain("paspoort");
      if (javaScript) {
        assertThat(Axe.violations(page)).isEmpty();
      }
      page.reload();
      assertThat(page.locator("#words")).hasValue("mijn paspoort is afgepakt");
      Browser.press(page.locator("ol a").first());
      assertThat(page.url()).endsWith("/nl/papers");
    }
  }

  @Test
  void showsSameSearchInAnotherLanguage() {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/search");
      page.locator("#words").fill("boss keeps my money");
      press(page, "Zoek");
      page.locator(".languages summary").click();
      Browser.press(page.locator(".languages a[lang=en]"));
      assertThat(page.locator("h1")).hasText("Search");
      assertThat(page.locator("#words")).hasValue("boss keeps my money");
      assertThat(page.locator("ol a").first()).hasAttribute("href", "/en/organisations#fairwork");
      assertThat(page.locator("ol a").first()).containsText("Werkwijzer");
    }
  }

  @Test
  void offersNumbersAndPagesWhenNothingIsFound() {
    String page = given().get(search("nl", "zzzzqqq")).asString();
    assertThat(page)
        .contains("Niets gevonden", "tel:112", "href=\"/nl/danger\"", "href=\"/nl/help\"")
        .contains("value=\"zzzzqqq\"");
  }

  @Test
  void forgetsWordsAfterTenMinutes() {
    String address = search("en", "no passport");
    TestClock.setOffset(Duration.ofMinutes(9));
    assertThat(given().get(address).asString()).contains("no passport");
    TestClock.setOffset(Duration.ofMinutes(10));
    Response expired = given().get(address);
    assertThat(expired.statusCode()).isEqualTo(410);
    assertThat(expired.asString())
        .contains("These results are no longer available", "id=\"words\"")
        .doesNotContain("no passport");
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "AAAA", "a%20b", "x.y"})
  void showsEmptySearchForForgedAddress(String token) {
    Response page = given().urlEncodingEnabled(false).get("/en/search/" + token);
    assertThat(page.statusCode()).isIn(404, 410);
    assertThat(page.asString()).doesNotContain("Exception").contains("<h1");
  }

  @Test
  void rejectsEmptyAndTooLongWordsAndKeepsThem() {
    assertThat(post("nl", "   ").statusCode()).isEqualTo(422);
    assertThat(post("nl", "   ").asString()).contains("Typ eerst een of meer woorden.");
    assertThat(given().post("/nl/search").statusCode()).isIn(415, 422);
    Response tooLong = post("nl", "ü".repeat(MAX_LENGTH + 1));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.asString())
        .contains("Gebruik minder woorden.", "value=\"" + "ü".repeat(MAX_LENGTH + 1) + "\"");
    assertThat(post("nl", "😀".repeat(MAX_LENGTH / 2)).statusCode()).isEqualTo(303);
  }

  @Test
  void addressesOfShortAndLongWordsAreEquallyLong() {
    assertThat(search("en", "a"))
        .hasSameSizeAs(search("en", "护".repeat(MAX_LENGTH)))
        .isNotEqualTo(search("en", "a"));
  }

  @Test
  void escapesWords() {
    assertThat(given().get(search("nl", "<b onclick=\"x\">'paspoort'")).asString())
        .doesNotContain("<b ")
        .contains("value=\"&lt;b onclick=&quot;x&quot;&gt;");
  }

  @Test
  void forbidsStoringResultsAndTellingOtherSitesAboutThem() {
    Response redirect = post("nl", "paspoort");
    for (Response response : new Response[] {redirect, given().get(redirect.header("Location"))}) {
      assertThat(response.header("Cache-Control")).isEqualTo("no-store");
      assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(response.header("Set-Cookie")).isNull();
      assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }
    assertThat(given().get(redirect.header("Location")).asString())
        .contains("<meta name=\"robots\" content=\"noindex\">");
    assertThat(given().get("/sitemap.xml").asString()).doesNotContain("/search");
  }

  @Test
  void leavesNoWordInLogOrMetrics() throws IOException {
    String address = search("nl", "kanariezoekwoord paspoort");
    given().get(address);
    post("nl", "kanariezoekwoord ".repeat(20));
    String token = address.substring(address.lastIndexOf('/') + 1);
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics).contains("jvm_");
    assertThat(metrics).doesNotContain("kanariezoekwoord", token);
    assertThat(Files.readString(TestOutput.file("quarkus-test.log")))
        .doesNotContain("kanariezoekwoord", token);
  }

  private static String search(String language, String words) {
    Response response = post(language, words);
    assertThat(response.statusCode()).isEqualTo(303);
    return response.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static Response post(String language, String words) {
    RequestSpecification request =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("words", words);
    return request.post("/" + language + "/search");
  }

  private static void press(Page page, String button) {
    Browser.press(
        page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
  }
}

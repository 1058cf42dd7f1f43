package nl.uitweg.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are shown in Dutch where a translation is missing, and the links to them. */
@ServerTest
class FallbackPagesTest {

  @ParameterizedTest
  @CsvSource({
    "tonight, tel:112 tel:08000102 tel:08000104",
    "papers, tel:08000102",
  })
  void showsTelephoneNumbersInEveryLanguage(String slug, String numbers) {
    for (String language : new String[] {"nl", "en", "pl", "ar", "zh-Hans"}) {
      String page = given().get("/" + language + "/" + slug).asString();
      assertThat(page).as(language).contains(numbers.split(" "));
    }
  }

  @Test
  void linksEveryPageOfASectionTwoClicksFromHome() {
    assertThat(given().get("/pl").asString()).contains("href=\"/pl/help\"");
    for (String language : new String[] {"nl", "en", "pl"}) {
      assertThat(given().get("/" + language + "/help").asString())
          .contains("href=\"/" + language + "/tonight\"");
    }
  }

  @Test
  void marksUntranslatedTitlesAsDutch() {
    assertThat(given().get("/pl/help").asString())
        .contains("href=\"/pl/tonight\" lang=\"nl\" dir=\"ltr\">Een plek voor vannacht<");
    assertThat(given().get("/en/help").asString()).contains("href=\"/en/tonight\">");
  }

  @ParameterizedTest
  @CsvSource({"nl", "en", "pl", "ar"})
  void linksProfessionalsFromHome(String language) {
    assertThat(given().get("/" + language).asString())
        .contains("href=\"/" + language + "/professionals\"");
    assertThat(given().get("/" + language + "/professionals").asString()).contains("tel:112");
  }
}

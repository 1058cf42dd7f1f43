package nl.uitweg.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are shown in Dutch where a translation is missing, and the links to them. */
@ServerTest
class FallbackPagesTest {

  @ParameterizedTest
  @CsvSource({
    "tonight, tel:112 tel:+31334481186 tel:08002000 tel:08000188",
    "plan, tel:112 tel:+31334481186 tel:08002000",
    "doctor, tel:08000188 tel:112",
    "passport, tel:+31334481186",
    "pictures, tel:+31202615275",
    "work, tel:+31334481186",
    "talk, tel:+31334481186 tel:112"
  })
  void showsTelephoneNumbersTwoClicksFromHome(String slug, String numbers) {
    for (String language : new String[] {"nl", "en", "pl", "ar", "ti"}) {
      String page = given().get("/" + language + "/" + slug).asString();
      assertThat(page).as(language).contains(numbers.split(" "));
      String home = given().get("/" + language).asString();
      assertThat(home).contains("href=\"/" + language + "/help\"");
    }
    assertThat(given().get("/nl/help").asString()).contains("href=\"/nl/" + slug + "\"");
    assertThat(given().get("/en/help").asString()).contains("href=\"/en/" + slug + "\"");
  }

  @Test
  void marksUntranslatedTitlesAsDutch() throws IOException {
    boolean translated = Files.exists(Path.of("content/pl/tonight.md"));
    String link =
        translated
            ? "href=\"/pl/tonight\">"
            : "href=\"/pl/tonight\" lang=\"nl\" dir=\"ltr\">Een plek voor vannacht<";
    assertThat(given().get("/pl/help").asString()).contains(link);
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

package nl.uitweg.site.guidance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The home page, the pages of guidance and the wallet card, as a visitor sees them. */
@ServerTest
class GuidancePagesTest {

  @TestHTTPResource("/")
  String root;

  @Inject Content content;

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @Test
  void pagesAboutASubjectHaveTheSameTitleInTheHistory() {
    for (String slug : List.of("danger", "help", "police", "papers", "tonight")) {
      assertThat(page("/nl/" + slug))
          .contains("<title>Informatie – Uitweg</title>")
          .doesNotContainPattern("<h1[^>]*>Informatie");
    }
  }

  @Test
  void homeNamesWhoRunsTheSiteAndSixDoors() {
    assertThat(page("/nl"))
        .contains("Deze site is van de gemeenten Lindestede, Ankerdaal en Zilvervoort.")
        .contains(
            List.of("danger", "tonight", "help", "papers", "report", "code").stream()
                .map(
                    door ->
                        "<a class=\"tile%s\" href=\"/nl/%s\">"
                            .formatted(door.equals("danger") ? " tile-danger" : "", door))
                .toList());
  }

  @Test
  void homeShowsOnlyWhoAnswersNow() {
    String weekly = "0800-0102";
    moveToMomentWhenOpen(true);
    assertThat(panel()).contains("112", weekly);
    moveToMomentWhenOpen(false);
    assertThat(panel()).contains("112").doesNotContain(weekly);
  }

  @Test
  void printsOnlyNumbersOfTheWalletCard() throws IOException {
    try (BrowserContext visitor = Browser.visitor(360, false, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(root + "nl/card");
      try (PDDocument pdf = Loader.loadPDF(page.pdf())) {
        assertThat(pdf.getNumberOfPages()).isOne();
        assertThat(new PDFTextStripper().getText(pdf)).contains("112").matches("[0-9+\\s-]+");
      }
    }
  }

  private static String page(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  private static String panel() {
    return page("/nl")
        .replaceFirst("(?s).*<aside class=\"panel\"", "")
        .replaceFirst("(?s)</aside>.*", "");
  }

  /**
   * Moves the clock to the next hour at which the organisation with weekly hours is open or not.
   */
  private void moveToMomentWhenOpen(boolean open) {
    Organisation.Hours hours = content.organisation("comensha").orElseThrow().hours().orElseThrow();
    Instant now = Instant.now();
    Instant moment =
        Stream.iterate(now, at -> at.plus(Duration.ofHours(1)))
            .filter(at -> OpeningState.of(hours, at).isOpen() == open)
            .findFirst()
            .orElseThrow();
    TestClock.setOffset(Duration.between(now, moment));
  }
}

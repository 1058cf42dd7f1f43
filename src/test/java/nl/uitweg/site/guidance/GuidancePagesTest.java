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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
      Document page = page("/nl/" + slug);
      assertThat(page.title()).as(slug).isEqualTo("Informatie – Uitweg");
      assertThat(page.select("h1").text()).as(slug).isNotEmpty().doesNotContain("Informatie");
    }
  }

  @Test
  void homeNamesWhoRunsTheSiteAndSixDoors() {
    Document home = page("/nl");
    assertThat(home.select(".tiles a")).hasSize(6);
    assertThat(home.select("main").text())
        .contains("Deze site is van de gemeenten Lindestede, Ankerdaal en Zilvervoort.");
  }

  @Test
  void homeShowsOnlyWhoAnswersNow() {
    String weekly = "0800-0102";
    moveToMomentWhenOpen(true);
    assertThat(page("/nl").select(".panel").text()).contains("112", weekly);
    moveToMomentWhenOpen(false);
    assertThat(page("/nl").select(".panel").text()).contains("112").doesNotContain(weekly);
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

  private static Document page(String path) {
    return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
  }

  /** Moves the clock to the next hour at which the organisation with weekly hours is open or not. */
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

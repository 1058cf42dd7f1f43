package nl.uitweg.desk.casefile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.report.ReportWithPhoto;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Officers translate what a reporter wrote in another language. */
@ServerTest
class TranslationTest {

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern MESSAGE = Pattern.compile("name=\"part\" value=\"([0-9a-f-]{36})\"");

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @AfterEach
  void deleteReports() {
    SuperuserDatabase.change("delete from report");
  }

  @Test
  void keepsTranslationBesideOriginalAndBeginsReferralWithIt() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "They sleep above the kitchen");
    try (BrowserContext officer = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      page.navigate(base() + report.path());
      Locator answer = page.locator("dd", new Page.LocatorOptions().setHasText(report.text()));
      answer.locator("summary").click();
      answer.locator("textarea").fill("Ze slapen boven de keuken");
      Browser.press(answer.getByText("Bewaar vertaling"));
      Locator translation = answer.locator(".translation");
      assertThat(translation.locator(".user-text")).hasText("Ze slapen boven de keuken");
      assertThat(translation).containsText("Vertaald door jou op");
      assertThat(answer.locator("details")).not().hasAttribute("open", "");
      BoundingBox original = answer.locator(".user-text[lang=en]").boundingBox();
      assertThat(translation.boundingBox().x).isGreaterThan(original.x + original.width - 1);
      assertThat(translation.boundingBox().y).isLessThan(original.y + original.height);
      assertThat(Axe.violations(page)).isEmpty();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screens/translation-1280.png")));

      page.setViewportSize(360, 800);
      original = answer.locator(".user-text[lang=en]").boundingBox();
      assertThat(translation.boundingBox().y).isGreaterThan(original.y + original.height - 1);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(translation).isVisible();
      assertThat(answer.locator("summary")).isHidden();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

      page.navigate(base() + report.path() + "/referral");
      assertThat(page.locator("#translation-what")).hasValue("Ze slapen boven de keuken");
    }
  }

  @Test
  void keepsNewestTranslationOfMessageAndSaysWhoChangedIt() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "A message will follow");
    report.sendMessage("He has my passport");
    try (DeskClient first = new DeskClient(base(), "zilvervoort");
        DeskClient second = new DeskClient(base(), "officer")) {
      String message = group(MESSAGE, first.get(report.path()).text());
      assertThat(translate(first, report, message, "Hij heeft mijn zakmes").text())
          .contains("Vertaald door jou op");
      assertThat(second.get(report.path()).text()).contains("Vertaald door zilvervoort op");
      String page = translate(second, report, message, "Hij heeft mijn reispas").text();
      assertThat(page)
          .contains("Vertaald door zilvervoort, gewijzigd door jou op")
          .contains("Hij heeft mijn reispas")
          .contains("Vertaling van zilvervoort")
          .contains("Vertaling van jou")
          .doesNotContain("zakmes");
      assertThat(SuperuserDatabase.count("translation")).isEqualTo(1);
      assertThat(
              SuperuserDatabase.values("select encode(sealed, 'escape') from translation").get(0))
          .doesNotContain("reispas", "zilvervoort", "officer");
      assertThat(first.get(report.path() + "/referral").text())
          .containsPattern(
              "name=\"message-translation-" + message + "\"[^>]*>\\s*Hij heeft mijn r");
      assertThat(first.post("/backoffice/search", "/backoffice/search", "q", "reispas").text())
          .contains(report.path())
          .contains("Vertaling");
      assertThat(report.audit()).filteredOn(event -> event.startsWith("translate done")).hasSize(2);
    }
  }

  @Test
  void deletesTranslationTogetherWithMessage() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "The message will be deleted");
    report.sendMessage("I regret that I wrote this");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String page = desk.get(report.path()).text();
      String message = group(MESSAGE, page);
      translate(desk, report, "what", "Het bericht wordt verwijderd");
      translate(desk, report, message, "Ik heb spijt dat ik dit schreef");
      assertThat(SuperuserDatabase.count("translation")).isEqualTo(2);
      given()
          .formParam("token", DeskClient.tokenIn(report.conversation()))
          .formParam("go", "delete")
          .post("/en/code");
      assertThat(SuperuserDatabase.count("message")).isZero();
      assertThat(SuperuserDatabase.values("select part from translation")).containsExactly("what");
      assertThat(desk.get(report.path()).text())
          .contains("Het bericht wordt verwijderd")
          .doesNotContain("Ik heb spijt");
      APIResponse late = translate(desk, report, message, "Ik heb er spijt van");
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.text()).contains("deze tekst is er niet meer").doesNotContain("spijt van");
      assertThat(SuperuserDatabase.count("translation")).isEqualTo(1);
    }
  }

  @Test
  void keepsWhatWasTypedWhenRefused() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "Refused in several ways");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient colleague = new DeskClient(base(), "officer");
        DeskClient foreign = new DeskClient(base(), "lindestede")) {
      assertThat(translate(desk, report, "what", " ").status()).isEqualTo(422);
      String tooLong = "woord ".repeat(3_400);
      APIResponse refused = translate(desk, report, "what", tooLong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text())
          .contains("hooguit 20.000 tekens. Het zijn er nu 20.399.")
          .contains(tooLong.strip());
      for (String part : new String[] {"name", "forms", "online", "nothing", "", "0-0-0-0-0"}) {
        assertThat(translate(desk, report, part, "Vertaling").status()).as(part).isEqualTo(409);
      }
      String seen = group(SEEN, desk.get(report.path()).text());
      assertThat(translate(colleague, report, "what", "Van een collega").status()).isEqualTo(200);
      APIResponse conflict =
          desk.post(
              report.path(),
              report.path() + "/translations",
              "part",
              "what",
              "translation",
              "Van mij",
              "seen",
              seen);
      assertThat(conflict.status()).isEqualTo(409);
      assertThat(conflict.text())
          .contains("Vertaling bewaard")
          .contains("Van een collega")
          .containsPattern("<textarea[^>]*id=\"translation-what\"[^>]*>\\s*Van mij</textarea>");
      assertThat(
              foreign
                  .postWith(
                      foreign.token("/backoffice"),
                      report.path() + "/translations",
                      "part",
                      "what",
                      "translation",
                      "Van een ander")
                  .status())
          .isEqualTo(404);
      assertThat(SuperuserDatabase.count("translation")).isEqualTo(1);
    }
  }

  @Test
  void asksTranslationOnlyOfOtherLanguages() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "Only this is English");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      desk.post(
          report.path(), report.path() + "/messages", "message", "Een vraag", "language", "en");
      assertThat(desk.get(report.path()).text().split("Schrijf hier de vertaling", -1))
          .as("the place and what happens, and not the message of the officer")
          .hasSize(3);
    }
    SentReport dutch = SentReport.send("zilvervoort", "Dit is Nederlands", "unknown");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get(dutch.path()).text())
          .contains("Dit is Nederlands")
          .doesNotContain("Schrijf hier de vertaling");
    }
  }

  @Test
  void saysThatAlteredTranslationCannotBeOpened() throws Exception {
    ReportWithPhoto report = ReportWithPhoto.send("zilvervoort", "Two texts change places");
    report.sendMessage("The second text");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      String message = group(MESSAGE, desk.get(report.path()).text());
      translate(desk, report, "what", "De eerste vertaling");
      translate(desk, report, message, "De tweede vertaling");
      SuperuserDatabase.change(
          "update translation set sealed = (select sealed from translation where part = 'what')");
      assertThat(desk.get(report.path()).text())
          .contains("De eerste vertaling")
          .doesNotContain("De tweede vertaling")
          .contains("kan niet worden geopend");
      assertThat(report.audit()).contains("read-part undecryptable translation");
      assertThat(desk.get(report.path() + "/referral").text())
          .contains("De eerste vertaling")
          .doesNotContain("De tweede vertaling");
    }
  }

  private static APIResponse translate(
      DeskClient desk, ReportWithPhoto report, String part, String text) {
    return desk.post(
        report.path(), report.path() + "/translations", "part", part, "translation", text);
  }

  private static String group(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }
}

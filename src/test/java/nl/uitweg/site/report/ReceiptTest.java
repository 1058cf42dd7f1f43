package nl.uitweg.site.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import nl.uitweg.testsupport.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The confirmation: when it shows the code, in which language, and what it advises. */
@ServerTest
class ReceiptTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Pattern RECEIPT = Pattern.compile("name=\"receipt\" value=\"([^\"]+)\"");

  @Inject FormTokens tokens;

  @AfterEach
  void resetClock() {
    TestClock.setOffset(Duration.ZERO);
  }

  @Test
  void showsCodeOfRepeatedFormForHalfAnHour() {
    String token = fillIn("en", "neighbour", "sent twice");
    String code = FormClient.code(send("en", token));
    assertThat(code).hasSize(20);
    TestClock.setOffset(HALF_AN_HOUR.minusMinutes(1));
    assertThat(FormClient.code(send("en", token))).isEqualTo(code);
    TestClock.setOffset(HALF_AN_HOUR);
    Response late = send("en", token);
    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(late.asString())
        .contains("Your report has arrived")
        .contains("we do not show the code a second time")
        .doesNotContain(code.substring(0, 4));
  }

  @Test
  void showsCodeOfFormThatIsFirstSentLate() throws Exception {
    long before = SuperuserDatabase.count("report");
    String token = fillIn("en", "neighbour", "sent late");
    TestClock.setOffset(Duration.ofMinutes(110));
    assertThat(FormClient.code(send("en", token))).hasSize(20);
    assertThat(SuperuserDatabase.count("report")).isEqualTo(before + 1);
  }

  @Test
  void storesFormOnceWhateverTheLanguageOfItsAddress() throws Exception {
    long before = SuperuserDatabase.count("report");
    String token = fillIn("en", "neighbour", "two languages");
    assertThat(tokens.read(token).orElseThrow().language()).isEqualTo("en");
    String code = FormClient.code(send("ar", token));
    assertThat(FormClient.code(send("nl", token))).isEqualTo(code).hasSize(20);
    assertThat(SuperuserDatabase.count("report")).isEqualTo(before + 1);
  }

  @Test
  void showsReceiptInAnotherLanguageForHalfAnHour() {
    Response sent = send("en", fillIn("en", "neighbour", "other language"));
    String receipt = receipt(sent);
    Response arabic = showAgain("ar", receipt);
    assertThat(arabic.asString()).contains("<html lang=\"ar\" dir=\"rtl\"");
    assertThat(FormClient.code(arabic)).isEqualTo(FormClient.code(sent)).hasSize(20);
    TestClock.setOffset(HALF_AN_HOUR.minusMinutes(1));
    assertThat(FormClient.code(showAgain("ar", receipt(arabic)))).hasSize(20);
    TestClock.setOffset(HALF_AN_HOUR.plusSeconds(1));
    assertThat(FormClient.code(showAgain("ar", receipt(arabic)))).isEmpty();
    assertThat(showAgain("nl", "forged").asString()).contains("laten we de code niet");
  }

  @Test
  void tellsVictimWhoHelpsDayAndNight() {
    assertThat(send("nl", fillIn("nl", "self", "about me")).asString())
        .contains("Wie kan je nu helpen?")
        .contains("tel:112", "tel:08000102", "maandag tot en met vrijdag, van 09:00 tot 17:00")
        .contains("tel:08000104", "Nu open, dag en nacht")
        .contains("href=\"/nl/tonight\"", "href=\"/nl/help\"")
        .doesNotContain("Ga niet zelf op onderzoek uit");
  }

  @Test
  void tellsChildWhoHelpsChildren() {
    assertThat(send("nl", fillIn("nl", "self", "child", "age", "child")).asString())
        .contains("tel:08000104")
        .doesNotContain("tel:08000102");
  }

  @Test
  void tellsOthersWhatToLeave() {
    assertThat(send("nl", fillIn("nl", "neighbour", "next door")).asString())
        .contains("Je hoeft verder niets te doen", "Ga niet zelf op onderzoek uit", "tel:112")
        .doesNotContain("Wie kan je nu helpen?", "href=\"/nl/professionals\"");
    assertThat(send("nl", fillIn("nl", "professional", "at work")).asString())
        .contains("href=\"/nl/professionals\"");
  }

  /** Fills in the form with these answers and returns the token of "check your answers". */
  private static String fillIn(String language, String role, String what, String... fields) {
    FormClient form = new FormClient(language);
    String page = form.open().asString();
    while (!page.contains("value=\"send\"")) {
      String[] answers = {
        "safety",
        "no",
        "role",
        role,
        "municipality",
        "zilvervoort",
        "what",
        what,
        "contact",
        "unknown"
      };
      String[] all = Arrays.copyOf(answers, answers.length + fields.length);
      System.arraycopy(fields, 0, all, answers.length, fields.length);
      page = form.next(all).asString();
    }
    return form.sealedState();
  }

  private static Response send(String language, String token) {
    return given()
        .formParam("state", token)
        .formParam("go", "send")
        .post("/" + language + "/report");
  }

  private static Response showAgain(String language, String receipt) {
    return given()
        .formParam("receipt", receipt)
        .formParam("go", "stay")
        .post("/" + language + "/report");
  }

  private static String receipt(Response page) {
    Matcher found = RECEIPT.matcher(page.asString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}

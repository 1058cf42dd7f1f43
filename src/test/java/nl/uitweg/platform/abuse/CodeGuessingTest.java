package nl.uitweg.platform.abuse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.platform.http.CodeGate.Admission;
import nl.uitweg.platform.http.CodeGate.Attempt;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.StubRequest;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing codes on the code page, sequentially and concurrently. */
@ServerTest
class CodeGuessingTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  /** The limit of ten, plus the guesses that are refilled while a slow machine runs the test. */
  private static final int MAX_GUESSES = 13;

  @Inject CodeThrottle throttle;

  @BeforeEach
  @AfterEach
  void resetThrottle() {
    throttle.reset();
  }

  @Test
  void refusesAllCodesAfterTooManyWrongOnes() {
    String code = sendReport();
    for (int i = 0; i < 15; i++) {
      assertThat(post(code).statusCode()).isEqualTo(200);
    }
    List<Integer> statuses = new ArrayList<>();
    Response last;
    do {
      last = post("1");
      statuses.add(last.statusCode());
    } while (last.statusCode() != 429 && statuses.size() <= MAX_GUESSES);
    assertThat(statuses).containsOnlyOnce(429).contains(422);
    assertThat(last.asString())
        .contains("<html lang=\"en\"")
        .contains("This does not change your report");
    assertThat(last.header("Retry-After")).isEqualTo("600");
    assertThat(last.header("Set-Cookie")).isNull();
    assertThat(post(code).statusCode()).as("also for a right code").isEqualTo(429);
  }

  @Test
  void countsConcurrentGuesses() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(40);
    try {
      String guess = wrongCode();
      Callable<Integer> request = () -> post(guess).statusCode();
      List<Integer> statuses = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (Future<Integer> answer :
            threads.invokeAll(Stream.generate(() -> request).limit(40).toList())) {
          statuses.add(answer.get());
        }
      }
      assertThat(statuses).isSubsetOf(422, 429, 503); // which of them depends on the timing
      assertThat(statuses.stream().filter(status -> status == 422).count())
          .isBetween(1L, (long) MAX_GUESSES);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void keepsTheCodeInThePageWhenTheAddressIsBusy() {
    String code = sendReport();
    List<Attempt> occupied = occupyAllSlots();
    Response busy = post(code);
    assertThat(busy.statusCode()).isEqualTo(503);
    assertThat(busy.header("Retry-After")).isNotBlank();
    assertThat(busy.header("Cache-Control")).isEqualTo("no-store");
    assertThat(busy.asString())
        .contains("<html lang=\"en\"")
        .contains("It is busy here right now")
        .contains("value=\"" + code + "\"");
    occupied.forEach(Attempt::close);
    assertThat(post(code).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheMessageInThePageWhenTheAddressIsBusy() {
    Matcher token = TOKEN.matcher(post(sendReport()).asString());
    assertThat(token.find()).isTrue();
    List<Attempt> occupied = occupyAllSlots();
    for (Response busy :
        List.of(sendMessage(token.group(1)), sendMessageWithFile(token.group(1)))) {
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.asString()).contains("has not been sent yet").contains("words to keep");
    }
    occupied.forEach(Attempt::close);
    assertThat(sendMessage(token.group(1)).statusCode()).isEqualTo(200);
  }

  /** Takes all slots of both loopback addresses. */
  private List<Attempt> occupyAllSlots() {
    List<Attempt> attempts = new ArrayList<>();
    for (String address : List.of("127.0.0.1", "::1")) {
      Attempt attempt;
      do {
        attempt = throttle.knownCode(StubRequest.from(address).request());
        attempts.add(attempt);
      } while (attempt.admission() == Admission.ADMITTED);
    }
    return attempts;
  }

  private static String sendReport() {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "throttled", "unknown");
    return FormClient.code(form.press("send"));
  }

  /** A code that no report has, with a valid check digit, so that it is looked up. */
  private static String wrongCode() throws CheckDigitException {
    String digits = "1234567890123456789";
    return digits + VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(digits);
  }

  private static Response post(String code) {
    return given().formParam("code", code).post("/en/code");
  }

  private static Response sendMessage(String token) {
    return given()
        .formParam("token", token)
        .formParam("go", "send")
        .formParam("message", "words to keep")
        .post("/en/code");
  }

  private static Response sendMessageWithFile(String token) {
    return given()
        .multiPart("token", token)
        .multiPart("message", "words to keep")
        .multiPart("files", "a.txt", new byte[] {65}, "text/plain")
        .post("/en/code");
  }
}

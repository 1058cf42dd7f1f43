package nl.uitweg.site.report;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import nl.uitweg.report.content.Question;
import nl.uitweg.testsupport.RawRequest;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that the form never sends itself: too long, forged, of another media type, or out of order.
 */
@ServerTest
class MalformedInputTest {

  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emoji 👩‍👧 and ئەمە",
        "right to left \u202eevil\u202c mark",
        "<script>alert(1)</script> & \"quotes\"",
        "{not:a:template} {#if x}",
        "line\r\nline\u0000 zero \u0007bell",
        "\ufffd broken"
      })
  void acceptsAnyTextAndEscapesMarkup(String text) {
    FormClient form = new FormClient("en");
    Response check = form.fillIn("zilvervoort", text, "unknown");
    assertThat(check.statusCode()).isEqualTo(200);
    assertThat(check.asString()).doesNotContain("<script>").doesNotContain("\u0000");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  @Test
  void returnsTooLongTextForShortening() {
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next("municipality", "zilvervoort");
    String longText = "woord ".repeat(17_000);
    Response response = form.next("what", longText);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.asString())
        .contains("to 10,000 characters or fewer")
        .contains(longText.strip())
        .doesNotContain("Internal");
    assertThat(form.next("what", "short").statusCode()).isEqualTo(200);
  }

  @Test
  void acceptsLongestAnswersInAnyScript() {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "\u0e44".repeat(10_000), "unknown");
    form.press("change:what");
    assertThat(form.next("what", "\u0e45".repeat(10_000)).statusCode()).isEqualTo(200);
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  @Test
  void boundsEchoedTextOfInvalidForm() {
    StringBuilder body = new StringBuilder("state=forged");
    for (Question question : Question.values()) {
      body.append('&').append(question.key()).append('=').append("\"".repeat(11_000));
    }
    Response response = postForm(body.toString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("&quot;").hasSizeLessThan(200_000);
    assertThat(postForm("state=forged&what=" + "\"".repeat(900_000)).statusCode()).isEqualTo(413);
  }

  private static Response postForm(String body) {
    return given().contentType("application/x-www-form-urlencoded").body(body).post("/en/report");
  }

  @Test
  void showsErrorPageForTooLargeBody() {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("what=" + "a".repeat(3_000_000))
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.asString()).contains("<html lang=\"en\"").contains("This text is too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "forged", "AAAA", "%00", "ٱ", "../../etc/passwd"})
  void rejectsForgedTokenAndReturnsInput(String token) {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("state", token)
            .formParam("go", "send")
            .formParam("what", "my words")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString())
        .contains("my words")
        .contains("/en/report")
        .contains("Nothing was sent");
  }

  @Test
  void treatsButtonsOutOfOrderAsContinue() {
    FormClient form = new FormClient("en");
    form.open();
    assertThat(form.press("send").asString()).contains("2 of 9");
    assertThat(form.press("change:check").asString()).contains("3 of 9");
    assertThat(form.press("nonsense").asString()).contains("4 of 9");
    assertThat(form.press("send").statusCode()).isEqualTo(422);
  }

  @Test
  void ignoresFilesOfIncompleteForm() {
    FormClient form = new FormClient("en");
    form.open();
    Response response = form.sendWithFile("tool.exe", "no image");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.asString()).contains("name=\"municipality\"").doesNotContain("tool.exe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain"})
  void showsErrorPageForUnsupportedMediaType(String type) {
    Response response =
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        encoderConfig()
                            .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
            .contentType(type)
            .body("{}")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.asString()).contains("<html lang=\"en\"");
  }

  @Test
  void toleratesInvalidUtf8() {
    FormClient form = new FormClient("en");
    form.open();
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("state=" + form.sealedState() + "&go=next&safety=no&x=%ff%fe%c3")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/en/code, code=%zz",
    "/en/code, code=%",
    "/en/report, state=%f",
    "/en/report/note, %zz=1",
    "/en/residence, at=%u0041",
    "/en/organisations/find, form=%",
    "/en/search, words=%"
  })
  void showsErrorPageForInvalidPercentEncoding(String path, String body) {
    assertErrorPage(
        400, given().contentType("application/x-www-form-urlencoded").body(body).post(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "\"a b\"", "utf-99", "%zz", "{}"})
  void showsErrorPageForUnknownCharset(String charset) throws IOException {
    for (String path : List.of("/en/code", "/en/report", "/en/report/note", "/en/residence")) {
      String answer =
          RawRequest.send(
              root.getPort(),
              "POST "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/x-www-form-urlencoded; charset="
                  + charset
                  + "\r\nContent-Length: 3\r\n\r\na=b");
      assertThat(answer).as(path).startsWith("HTTP/1.1 4").contains("<html lang=\"en\"");
    }
  }

  @Test
  void handlesThousandsOfFieldsWithoutServerError() {
    for (String path : List.of("/en/code", "/en/report", "/en/report/note", "/en/residence")) {
      Response response =
          given()
              .contentType("application/x-www-form-urlencoded")
              .body("a=1&".repeat(10_000))
              .post(path);
      assertThat(response.statusCode()).as(path).isBetween(200, 422);
      assertThat(response.asString()).as(path).contains("<html lang=\"en\"");
    }
  }

  private static void assertErrorPage(int status, Response response) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.asString()).contains("<html lang=\"en\"").contains("/en/help\"");
  }
}

package nl.uitweg.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.BrotliFilter;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ScreenWeightTest} checks that every public screen is compressed. */
@ServerTest
class MadeScreenTest {

  private static final Pattern SEALED =
      Pattern.compile("name=\"(?:state|receipt|token)\" value=\"([\\w-]{40,})\"");

  @TestHTTPResource("/")
  String root;

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "/nl/report,br,br",
        "/nl/report,gzip,gzip",
        "/nl/report,'br;q=0, gzip',gzip",
        "/nl/report,identity,none",
        "/nl/code,'gzip, br',br",
        "/nl/code,gzip,gzip",
        "/nl/code,identity,none",
        "/nl/does-not-exist,br,br",
        "/nl/does-not-exist,identity,none",
      })
  void usesAnEncodingThatTheBrowserAccepts(String path, String accepted, String sent) {
    Response response = given().header("Accept-Encoding", accepted).get(path);
    assertThat(response.header("Content-Encoding")).isEqualTo(sent);
    assertThat(response.headers().getValues("Vary")).containsExactly("Accept-Encoding");
  }

  @Test
  void statesTheLengthAsSent() {
    Response compressed = given().filter(new BrotliFilter()).get("/nl/code");
    assertThat(compressed.header("Content-Length"))
        .isEqualTo(compressed.header(BrotliFilter.SENT_BYTES));
    assertThat(compressed.asString()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nl/report", "/nl/code", "/nl/figures", "/nl/does-not-exist"})
  void headHasTheHeadersOfGet(String path) {
    Response head = given().header("Accept-Encoding", "br").head(path);
    Response get = given().header("Accept-Encoding", "br").get(path);
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    for (String header : Set.of("Content-Encoding", "Vary", "Content-Type", "Cache-Control")) {
      assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
    }
  }

  /** Large input is compressed too, and stays what it was. */
  @Test
  void keepsALargeScreenWhole() {
    String typed = "<&\u05d0 ".repeat(15_000);
    for (String encoding : Set.of("gzip", "br", "identity")) {
      var request = given().header("Accept-Encoding", encoding);
      if (encoding.equals("br")) {
        request.filter(new BrotliFilter());
      }
      Response page =
          request
              .contentType("application/x-www-form-urlencoded; charset=utf-8")
              .formParam("token", "forged")
              .formParam("message", typed)
              .post("/nl/code");
      assertThat(page.header("Content-Encoding"))
          .isEqualTo(encoding.equals("identity") ? null : encoding);
      assertThat(page.asString()).contains("<&amp;".substring(1)).endsWith("</html>\n");
    }
  }

  /**
   * The length of a compressed page tells whether it repeats itself. What is sealed must therefore
   * look different in every response, also when the same form is sent twice.
   */
  @Test
  void sealsTheSameFormDifferentlyInEveryResponse() {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", "sealed differently", "unknown");
    Set<String> sealed = new HashSet<>();
    String state = form.sealedState();
    for (int i = 0; i < 2; i++) {
      sealed.add(sealed(post("/nl/report", Map.of("state", state, "go", "back"))));
    }
    Response sent = post("/nl/report", Map.of("state", state, "go", "send"));
    Response sentAgain = post("/nl/report", Map.of("state", state, "go", "send"));
    String code = FormClient.code(sent);
    assertThat(FormClient.code(sentAgain)).isEqualTo(code);
    sealed.add(sealed(sent));
    sealed.add(sealed(sentAgain));
    for (int i = 0; i < 2; i++) {
      Response conversation = post("/nl/code", Map.of("code", code));
      assertThat(conversation.asString()).doesNotContain(code);
      sealed.add(sealed(conversation));
    }
    assertThat(sealed).hasSize(6);
  }

  @Test
  void doesNotCompressTheDesk() {
    try (DeskClient officer = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      for (String path : Set.of("/backoffice", "/backoffice/does-not-exist")) {
        assertThat(officer.get(path).headers()).as(path).doesNotContainKey("content-encoding");
      }
    }
    Response refused =
        given().header("Accept-Encoding", "br").body("{}").post("/backoffice/does-not-exist");
    assertThat(refused.header("Content-Encoding")).isNull();
  }

  private static Response post(String path, Map<String, String> fields) {
    return given()
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(path);
  }

  private static String sealed(Response page) {
    Matcher sealed = SEALED.matcher(page.asString());
    assertThat(sealed.find()).as("the page has something sealed").isTrue();
    return sealed.group(1);
  }
}

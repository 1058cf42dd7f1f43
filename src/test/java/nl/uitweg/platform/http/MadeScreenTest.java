package nl.uitweg.platform.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
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
    HttpResponse<byte[]> response = request("GET", path, accepted, BodyPublishers.noBody());
    assertThat(response.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(sent);
    assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip", "identity"})
  void statesTheLengthAsSent(String accepted) {
    HttpResponse<byte[]> page = request("GET", "/nl/code", accepted, BodyPublishers.noBody());
    assertThat(page.headers().firstValueAsLong("Content-Length")).hasValue(page.body().length);
    assertThat(decoded(page)).startsWith("<!DOCTYPE html>").contains("</html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nl/report", "/nl/code", "/nl/figures", "/nl/does-not-exist"})
  void headHasTheHeadersOfGet(String path) {
    HttpResponse<byte[]> head = request("HEAD", path, "br", BodyPublishers.noBody());
    HttpResponse<byte[]> get = request("GET", path, "br", BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    for (String header : Set.of("Content-Encoding", "Vary", "Content-Type", "Cache-Control")) {
      assertThat(head.headers().allValues(header))
          .as(header)
          .isEqualTo(get.headers().allValues(header));
    }
  }

  /** A screen of more than 64 kB is compressed too, and arrives whole. */
  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip", "identity"})
  void keepsALargeScreenWhole(String accepted) {
    String typed = "\"".repeat(10_000);
    HttpResponse<byte[]> page =
        request(
            "POST",
            "/nl/report",
            accepted,
            form(Map.of("state", "forged", "what", typed, "controller", typed)));
    assertThat(page.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo(accepted);
    assertThat(decoded(page)).hasSizeGreaterThan(64 * 1024).contains("</html>");
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
    HttpResponse<byte[]> refused =
        request("POST", "/backoffice/does-not-exist", "br", BodyPublishers.ofString("{}"));
    assertThat(refused.headers().allValues("Content-Encoding")).isEmpty();
  }

  private HttpResponse<byte[]> request(
      String method, String path, String accepted, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root).resolve(path))
            .header("Accept-Encoding", accepted)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, body)
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  private static String decoded(HttpResponse<byte[]> page) {
    String encoding = page.headers().firstValue("Content-Encoding").orElse("");
    try {
      return switch (encoding) {
        case "br" -> new String(BrotliFilter.decode(page.body()), UTF_8);
        case "gzip" ->
            new String(
                new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(), UTF_8);
        default -> new String(page.body(), UTF_8);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

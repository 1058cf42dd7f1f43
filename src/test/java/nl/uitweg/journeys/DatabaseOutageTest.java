package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is gone, hangs or only allows reading: visitors soon get a page in their language,
 * lose nothing that they typed, and can send it afterwards.
 */
@ProcessTest
class DatabaseOutageTest {

  @TempDir static Path folder;
  private static ReplicatedSite site;

  @BeforeAll
  static void start() throws IOException, SQLException {
    site = ReplicatedSite.start(folder, Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    site.close();
  }

  @Test
  void keepsFormWhenDatabaseIsUnavailable() throws Exception {
    String formToken = ReplicaForms.filledInToken(site.first(), "kept while it is down");
    site.database().kill();
    HttpResponse<String> response = ReplicaForms.post(site.first(), formToken);
    site.database().restart();
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body())
        .contains("Not sent yet")
        .contains("kept while it is down")
        .contains("name=\"state\"");
    String returnedToken = FormClient.tokenIn(response.body());
    TestTimeout.await().until(() -> ReplicaForms.send(site.first(), returnedToken).isPresent());
  }

  @Test
  void answersWhenDatabaseDoesNotAnswer() throws IOException {
    String formToken = ReplicaForms.filledInToken(site.first(), "kept while it is frozen");
    String code = ReplicaForms.send(site.first(), formToken).orElseThrow();
    String otherToken = ReplicaForms.filledInToken(site.first(), "typed while it is frozen");
    String conversationToken =
        conversationToken(site.first().post("/en/code", "code=" + code).body());
    site.database().freeze();
    try {
      TestTimeout.await().until(() -> !site.first().isReady());
      assertThat(site.first().status("/q/health/live")).isEqualTo(200);
      assertThat(site.first().status("/q/health/started")).isEqualTo(200);
      assertThat(site.first().status("/en/help")).isEqualTo(200);
      assertThat(site.first().status("/en/figures")).as("figures from memory").isEqualTo(200);
      assertThat(site.first().post("/pl/code", "code=" + code))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("lang=\"pl\"", "tel:112", code);
      assertThat(ReplicaForms.post(site.first(), otherToken))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("Not sent yet", "typed while it is frozen");
      assertThat(sendMessageWithPhoto(conversationToken, "written while it is frozen"))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(Response::asString, STRING)
          .contains("Your message has not been sent yet", "written while it is frozen");
    } finally {
      site.database().thaw();
    }
    TestTimeout.await().until(site.first()::isReady);
    TestTimeout.await().until(() -> ReplicaForms.opens(site.first(), code));
    assertThat(ReplicaForms.send(site.first(), otherToken)).isPresent();
  }

  @Test
  void keepsFormWhenDatabaseOnlyAllowsReading() throws SQLException {
    String formToken = ReplicaForms.filledInToken(site.first(), "typed while it is read-only");
    site.database().setReadOnly(true);
    try {
      TestTimeout.await().until(() -> !site.first().isReady());
      assertThat(site.first().status("/en/figures")).isEqualTo(200);
      assertThat(ReplicaForms.post(site.first(), formToken))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("Not sent yet", "typed while it is read-only");
    } finally {
      site.database().setReadOnly(false);
    }
    TestTimeout.await().until(site.first()::isReady);
    assertThat(ReplicaForms.send(site.first(), formToken)).isPresent();
  }

  private static String conversationToken(String page) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static Response sendMessageWithPhoto(String token, String message) throws IOException {
    return RestAssured.given()
        .port(site.first().port())
        .multiPart("token", token)
        .multiPart("message", message)
        .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
        .multiPart("go", "send")
        .post("/en/code");
  }
}

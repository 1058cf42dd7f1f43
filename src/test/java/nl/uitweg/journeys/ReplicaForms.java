package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Replica;

/** Fills in forms at a replica, sends them to any replica, and opens reports with their code. */
final class ReplicaForms {

  private ReplicaForms() {}

  static boolean opens(Replica replica, String code) {
    HttpResponse<String> page = replica.post("/en/code", "code=" + code);
    return page.statusCode() == 200 && page.body().contains("name=\"token\"");
  }

  /** Token of a form that is filled in up to "send". */
  static String filledInToken(Replica replica, String description) {
    RestAssured.port = replica.port();
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", description, "unknown");
    assertThat(client.sealedState()).isNotEmpty();
    return client.sealedState();
  }

  /** Sends the form and returns the code; empty when there was no confirmation. */
  static Optional<String> send(Replica replica, String formToken) {
    try {
      HttpResponse<String> response = post(replica, formToken);
      return Optional.of(FormClient.code(response.body()))
          .filter(code -> response.statusCode() == 200 && !code.isEmpty());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  static HttpResponse<String> post(Replica replica, String formToken) {
    return replica.post("/en/report", new String(body(formToken), StandardCharsets.US_ASCII));
  }

  static byte[] body(String formToken) {
    return ("state=" + URLEncoder.encode(formToken, StandardCharsets.UTF_8) + "&go=send")
        .getBytes(StandardCharsets.US_ASCII);
  }
}

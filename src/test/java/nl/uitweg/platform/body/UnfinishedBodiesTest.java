package nl.uitweg.platform.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client that starts very many request bodies and finishes none, next to ordinary visitors. The
 * test uses a limited number of connections, on loopback addresses only.
 */
@ServerTest
class UnfinishedBodiesTest {

  private static final int HELD = 250;
  private static final String ATTACKER = "127.0.0.1";
  private static final String ELSEWHERE = "127.0.2.1";

  @TestHTTPResource("/")
  URI site;

  private final List<RawConnection> held = new ArrayList<>();

  @AfterEach
  void closeConnections() throws IOException {
    for (RawConnection connection : held) {
      connection.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no part", "half a token", "token", "form"})
  void unfinishedBodiesDoNotBlockOthers(String sentSoFar) throws IOException {
    String beginning = beginning(sentSoFar);
    for (int i = 0; i < HELD; i++) {
      held.add(new RawConnection(ATTACKER, site.getPort()).send(beginning));
    }
    held.forEach(connection -> connection.trickle("a"));
    assertThat(threadsReadingBodies()).as("threads that block on a body").isEmpty();
    for (String visitor : List.of(ELSEWHERE, ATTACKER)) {
      FormClient form = new FormClient("en", visitor, site.getPort());
      assertThat(form.fillIn("zilvervoort", "meanwhile", "unknown").statusCode()).isEqualTo(200);
      assertThat(FormClient.code(sentWithFile(form))).as("from " + visitor).hasSize(20);
    }
    for (String page : List.of("/nl", "/en/help", "/q/health/live", "/q/health/ready")) {
      assertThat(given().get(page).statusCode()).as(page).isEqualTo(200);
    }
    held.forEach(connection -> connection.trickle("a"));
    assertThat(threadsReadingBodies()).as("threads that block on a body").isEmpty();
    assertThat(held.get(0).readToEnd())
        .as("the oldest connection lost its slot")
        .contains("503", "<html");
  }

  @Test
  void unfinishedBodiesOfManyAddressesDoNotBlockOthers() throws IOException {
    String beginning = beginning("token");
    for (int i = 0; i < HELD; i++) {
      held.add(new RawConnection("127.0.3." + (1 + i % 100), site.getPort()).send(beginning));
    }
    FormClient form = new FormClient("en", ELSEWHERE, site.getPort());
    form.fillIn("zilvervoort", "meanwhile", "unknown");
    assertThat(FormClient.code(sentWithFile(form))).hasSize(20);
  }

  /** The beginning of a request, whose field {@code state} holds the token of the form. */
  private String beginning(String sentSoFar) {
    FormClient form = new FormClient("en");
    form.open();
    String head = "POST /en/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n";
    String multipart = head + "Content-Type: multipart/form-data; boundary=x\r\n\r\n";
    String part = "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n";
    return switch (sentSoFar) {
      case "no part" -> multipart;
      case "half a token" -> multipart + part + form.sealedState().substring(0, 100);
      case "token" ->
          multipart
              + part
              + form.sealedState()
              + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n";
      default ->
          head
              + "Content-Type: application/x-www-form-urlencoded\r\n\r\nstate="
              + form.sealedState();
    };
  }

  private Response sentWithFile(FormClient form) throws IOException {
    return form.sendWithFile("note.txt", "a few words");
  }

  /** Names of worker threads that block on a body that has not arrived. */
  private static List<String> threadsReadingBodies() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().contains("VertxInputStream")))
        .map(thread -> thread.getKey().getName())
        .toList();
  }
}

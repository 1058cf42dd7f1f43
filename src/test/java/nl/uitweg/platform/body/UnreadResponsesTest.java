package nl.uitweg.platform.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.Test;

/** A client that requests many pages and reads none, next to ordinary visitors. */
@ServerTest
class UnreadResponsesTest {

  private static final String ATTACKER = "127.0.0.1";
  private static final String ELSEWHERE = "127.0.2.1";
  private static final String REQUESTS = "GET /en HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20);

  @TestHTTPResource("/")
  URI site;

  @Inject UnsentResponses responses;

  @Test
  void visitorThatReadsNothingDoesNotBlockOthers() throws Exception {
    RawConnection reader = new RawConnection(ATTACKER, site.getPort());
    TestTimeout.await("unread bytes are counted")
        .until(
            () -> {
              reader.send(REQUESTS);
              return responses.waiting() == 1;
            });
    for (String visitor : new String[] {ELSEWHERE, ATTACKER}) {
      FormClient form = new FormClient("en", visitor, site.getPort());
      assertThat(form.fillIn("zilvervoort", "meanwhile", "unknown").statusCode()).isEqualTo(200);
    }
    assertThat(given().get("/en").statusCode()).isEqualTo(200);
    reader.reset();
    TestTimeout.await("the slot of the disconnected client is released")
        .until(() -> responses.waiting() == 0);
  }
}

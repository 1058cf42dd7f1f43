package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.testsupport.RawRequest;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestOutput;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Sends {@link MalformedRequests}. The server and its libraries must not write their canary word to
 * the log, and must not answer with a server error.
 */
@ServerTest
class MalformedRequestsInLogTest {

  private static final Path LOG = TestOutput.file("quarkus-test.log");
  private static final String CANARY = MalformedRequests.CANARY;

  @TestHTTPResource("/")
  URI root;

  @Test
  void logsNothingOfMalformedRequests() throws IOException {
    Servers.awaitLogin(); // until then the desk answers 503
    Map<String, String> serverErrors = new TreeMap<>();
    for (Map.Entry<String, String> request : MalformedRequests.complete().entrySet()) {
      recordServerError(serverErrors, request, RawRequest.send(root.getPort(), request.getValue()));
    }
    for (Map.Entry<String, String> request : MalformedRequests.incomplete().entrySet()) {
      recordServerError(
          serverErrors, request, RawRequest.sendAndCloseOutput(root.getPort(), request.getValue()));
    }
    assertThat(serverErrors).isEmpty();
    assertThat(RawRequest.request(root.getPort(), "GET", "/nl")).startsWith("HTTP/1.1 200 ");
    assertThat(linesWithCanary()).isEmpty();
  }

  private static void recordServerError(
      Map<String, String> serverErrors, Map.Entry<String, String> request, String answer) {
    if (answer.matches("(?s)HTTP/1\\.[01] 5.*")) {
      serverErrors.put(request.getKey(), answer.substring(0, 12));
    }
  }

  @Test
  void showsErrorPageForRequestWithoutHost() throws IOException {
    String answer = RawRequest.send(root.getPort(), MalformedRequests.WITHOUT_HOST);
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("<html lang=\"nl\"")
        .contains("default-src 'none'")
        .doesNotContain(CANARY);
  }

  @Test
  void withholdsMessagesOfLibrariesFromLog() throws IOException {
    Throwable failure =
        new IllegalStateException(CANARY, new SQLException("Detail: (" + CANARY + ")", "23505"));
    for (String category :
        List.of(
            "io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
            "io.quarkus.oidc",
            "io.vertx.core.impl.ContextImpl",
            "io.netty.channel.DefaultChannelPipeline",
            "org.hibernate.engine.jdbc.spi.SqlExceptionHelper",
            "org.postgresql.Driver",
            "com.arjuna.ats.arjuna",
            "nl.uitweg")) {
      Logger.getLogger(category + ".Test").errorf(failure, "%s", category);
      java.util.logging.Logger.getLogger(category).warning(category);
    }
    Logger.getLogger("org.hibernate").error(CANARY);
    assertThat(linesWithCanary()).isEmpty();
    assertThat(readLog()).contains("java.sql.SQLException 23505").contains("Message withheld");
  }

  private static String linesWithCanary() throws IOException {
    return readLog()
        .lines()
        .filter(line -> line.contains(CANARY))
        .limit(5)
        .collect(Collectors.joining("\n"));
  }

  private static String readLog() throws IOException {
    try (Stream<String> lines = Files.lines(LOG, StandardCharsets.ISO_8859_1)) {
      return lines.collect(Collectors.joining("\n"));
    }
  }
}

package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.uitweg.platform.limits.FairPlaces;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Share;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The deadlines of a body, on a server of its own where they are short. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class DeadlineTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofHours(1);
  private static final String FORM =
      "POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 22\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n\r\nmessage=what+was+typed";

  @Inject Vertx vertx;
  @Inject BodyErrorPages answers;

  private final FairPlaces places =
      new FairPlaces(Share.of(10, 10), FairPlaces.WhenFull.REPLACE_OLDEST);
  private final FairScheduler turns = new FairScheduler(Share.of(1, 1));
  private Optional<HttpServer> server = Optional.empty();

  @AfterEach
  void stop() throws Exception {
    server.orElseThrow().close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  @Test
  void aBodyWithoutAByteForTooLongIsGivenUp() throws Exception {
    start(SHORT, LONG, LONG);
    try (RawConnection connection = begin()) {
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ").contains("</html>");
    }
    assertThat(places.taken()).isZero();
  }

  @Test
  void aBodyThatTricklesForTooLongIsGivenUp() throws Exception {
    start(LONG, SHORT, LONG);
    try (RawConnection connection = begin()) {
      connection.trickle("a");
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ");
    }
    assertThat(places.taken()).isZero();
  }

  @Test
  void whoHangsUpGivesTheirPlaceBack() throws Exception {
    start(LONG, LONG, LONG);
    RawConnection connection = begin();
    TestTimeout.await().until(() -> places.taken() == 1);
    connection.reset();
    TestTimeout.await().until(() -> places.taken() == 0);
  }

  @Test
  void aBodyThatWaitsForItsTurnForTooLongComesBack() throws Exception {
    FairScheduler.Turn other = turns.enter(new Origin("somebody else", false), () -> {});
    start(LONG, LONG, SHORT);
    try (RawConnection connection = connect()) {
      assertThat(connection.send(FORM).readUntil("</html>"))
          .startsWith("HTTP/1.1 503 ")
          .contains("lang=\"nl\"", "name=\"message\"", "what was typed");
      assertThat(places.taken()).isZero();
      other.end();
      assertThat(connection.send(FORM).readUntil("</html>"))
          .as("the same body sent again has its turn")
          .startsWith("HTTP/1.1 200 ");
    }
  }

  private void start(Duration idle, Duration within, Duration turnWithin) throws Exception {
    BodyReceiver.Bounds bounds =
        new BodyReceiver.Bounds(1_000, within, idle, turnWithin, places, turns);
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            context ->
                new FormReceiver(context, new Origin("somebody", false), bounds, answers)
                    .start(100));
    router.route().handler(context -> context.response().end("<html></html>"));
    server =
        Optional.of(
            vertx
                .createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES));
  }

  private RawConnection connect() throws IOException {
    return new RawConnection("127.0.0.1", server.orElseThrow().actualPort());
  }

  private RawConnection begin() throws IOException {
    return connect()
        .send("POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\na");
  }
}

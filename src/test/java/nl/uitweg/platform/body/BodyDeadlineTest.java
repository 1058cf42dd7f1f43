package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Quota;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The deadlines of a request body, on a separate server with short deadlines. */
@ServerTest
class BodyDeadlineTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofHours(1);
  private static final String FORM =
      "POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 22\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n\r\nmessage=what+was+typed";

  @Inject Vertx vertx;
  @Inject BodyErrorPages errorPages;

  private final FairSlotPool slots =
      new FairSlotPool(Quota.of(10, 10), FairSlotPool.WhenFull.REPLACE_OLDEST);
  private final FairScheduler scheduler = new FairScheduler(Quota.of(1, 1));
  private Optional<HttpServer> server = Optional.empty();

  @AfterEach
  void stop() throws Exception {
    server.orElseThrow().close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  @Test
  void rejectsABodyWithoutProgress() throws Exception {
    start(SHORT, LONG, LONG);
    try (RawConnection connection = begin()) {
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ").contains("</html>");
    }
    assertThat(slots.inUse()).isZero();
  }

  @Test
  void rejectsABodyThatArrivesTooSlowly() throws Exception {
    start(LONG, SHORT, LONG);
    try (RawConnection connection = begin()) {
      connection.trickle("a");
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ");
    }
    assertThat(slots.inUse()).isZero();
  }

  @Test
  void releasesTheSlotOfADisconnectedSender() throws Exception {
    start(LONG, LONG, LONG);
    RawConnection connection = begin();
    TestTimeout.await().until(() -> slots.inUse() == 1);
    connection.reset();
    TestTimeout.await().until(() -> slots.inUse() == 0);
  }

  @Test
  void returnsABodyThatWaitedTooLongToItsSender() throws Exception {
    FairScheduler.Task other = scheduler.submit(new Origin("somebody else", false), () -> {});
    start(LONG, LONG, SHORT);
    try (RawConnection connection = connect()) {
      assertThat(connection.send(FORM).readUntil("</html>"))
          .startsWith("HTTP/1.1 503 ")
          .contains("lang=\"nl\"", "name=\"message\"", "what was typed");
      assertThat(slots.inUse()).isZero();
      other.finish();
      assertThat(connection.send(FORM).readUntil("</html>"))
          .as("the same body sent again is processed")
          .startsWith("HTTP/1.1 200 ");
    }
  }

  private void start(Duration idleTimeout, Duration timeout, Duration queueTimeout)
      throws Exception {
    BodyReceiver.Bounds bounds =
        new BodyReceiver.Bounds(
            1_000, timeout, idleTimeout, queueTimeout, Duration.ofMinutes(1), slots, scheduler);
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            context ->
                new FormReceiver(context, new Origin("somebody", false), bounds, errorPages)
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

package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that do not read their responses, on a separate server with small buffers. */
class UnsentResponsesTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofHours(1);
  private static final String READER = "127.0.0.1";
  private static final String PERSON = "127.0.2.1";

  /** Far more than the socket buffers of client and server hold. */
  private static final int LARGE = 8 * 1024 * 1024;

  private static final int MANY = 10;
  private static final int SEND_BUFFER = 64 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger closed = new AtomicInteger();
  private Optional<HttpServer> server = Optional.empty();

  private record Limits(
      Duration idleTimeout,
      Duration timeout,
      int slots,
      int slotsPerOrigin,
      long bytes,
      long bytesPerOrigin)
      implements ResponseLimits {}

  /** Origins by remote address. */
  private static final class AddressOrigins implements Origins {
    @Override
    public Origin of(HttpServerRequest request) {
      return new Origin(request.remoteAddress().host(), false);
    }
  }

  @AfterEach
  void stop() throws Exception {
    get(vertx.close());
  }

  @Test
  void disconnectsAReaderWithoutProgress() throws Exception {
    UnsentResponses responses = start(SHORT, LONG, MANY, MANY);
    try (RawConnection reader = connect(READER).send(last("/large"))) {
      TestTimeout.await("the reader is disconnected").until(() -> closed.get() == 1);
      assertThat(reader.readToEnd().length()).isLessThan(LARGE);
    }
    TestTimeout.await().until(() -> responses.waiting() == 0);
  }

  @Test
  void disconnectsAReaderThatExceedsTheTimeLimit() throws Exception {
    UnsentResponses responses = start(LONG, SHORT, MANY, MANY);
    try (RawConnection reader = connect(READER).send(last("/large"))) {
      TestTimeout.await("the reader is disconnected").until(() -> closed.get() == 1);
      assertThat(reader.readToEnd().length()).isLessThan(LARGE);
    }
    TestTimeout.await().until(() -> responses.waiting() == 0);
  }

  @Test
  void keepsAConnectionWithoutUnsentBytes() throws Exception {
    start(SHORT, SHORT, MANY, MANY);
    try (RawConnection reader = connect(READER)) {
      assertThat(reader.send(request("/small")).readUntil("small")).contains("small");
      assertThat(reader.send(request("/late")).readUntil("late")).contains("late");
    }
  }

  @Test
  void closesTheOldestOfTooManyUnsentResponses() throws Exception {
    UnsentResponses responses = start(LONG, LONG, 2, MANY);
    try (RawConnection first = unreadResponse(responses, 1);
        RawConnection second = unreadResponse(responses, 2)) {
      assertOnlyTheOldestIsClosed(responses, first, second);
    }
  }

  @Test
  void closesTheOldestConnectionWithTooManyUnsentBytes() throws Exception {
    UnsentResponses responses = start(LONG, LONG, MANY, 2.5);
    try (RawConnection first = unreadResponse(responses, 1);
        RawConnection second = unreadResponse(responses, 2)) {
      assertOnlyTheOldestIsClosed(responses, first, second);
    }
  }

  private void assertOnlyTheOldestIsClosed(
      UnsentResponses responses, RawConnection first, RawConnection second) throws IOException {
    try (RawConnection third = connect(READER).send(last("/large"));
        RawConnection person = connect(PERSON).send(last("/large"))) {
      TestTimeout.await("the oldest is disconnected").until(() -> closed.get() == 1);
      assertThat(first.readToEnd().length()).isLessThan(LARGE);
      for (RawConnection served : List.of(person, second, third)) {
        assertThat(served.readToEnd().length()).isGreaterThan(LARGE);
      }
    }
    TestTimeout.await().until(() -> responses.waiting() == 0);
  }

  @Test
  void delaysTheNextRequestUntilTheResponseWasRead() throws Exception {
    UnsentResponses responses = start(LONG, LONG, MANY, 1.5);
    try (RawConnection reader = connect(READER)) {
      reader.send(request("/large").repeat(2) + last("/large"));
      TestTimeout.await().until(() -> responses.waiting() == 1);
      assertThat(reader.readToEnd().length()).isGreaterThan(3 * LARGE);
    }
  }

  /** Requests a large response, reads nothing of it, and waits until its bytes are counted. */
  private RawConnection unreadResponse(UnsentResponses responses, int number) throws IOException {
    RawConnection connection = connect(READER).send(last("/large"));
    TestTimeout.await().until(() -> responses.waiting() == number);
    return connection;
  }

  /**
   * @param slotsPerOrigin maximum number of connections of one address with unsent bytes
   * @param largeResponsesPerOrigin maximum number of unsent bytes of one address, in large
   *     responses
   */
  private UnsentResponses start(
      Duration idleTimeout, Duration timeout, int slotsPerOrigin, double largeResponsesPerOrigin)
      throws Exception {
    long bytesPerOrigin = (long) (largeResponsesPerOrigin * LARGE);
    UnsentResponses responses =
        new UnsentResponses(
            new AddressOrigins(),
            new Limits(
                idleTimeout, timeout, MANY, slotsPerOrigin, (long) MANY * LARGE, bytesPerOrigin));
    Router router = Router.router(vertx);
    router.route().handler(responses::watch);
    router.get("/large").handler(this::large);
    router.get("/small").handler(context -> context.response().end("small"));
    router
        .get("/late")
        .handler(
            context ->
                vertx.setTimer(
                    SHORT.multipliedBy(5).toMillis(), fired -> context.response().end("late")));
    server =
        Optional.of(
            get(
                vertx
                    .createHttpServer(new HttpServerOptions().setSendBufferSize(SEND_BUFFER))
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")));
    return responses;
  }

  private void large(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.connection().closeHandler(nothing -> closed.incrementAndGet());
    context.response().end(Buffer.buffer(new byte[LARGE]));
  }

  private RawConnection connect(String from) throws IOException {
    return new RawConnection(from, server.orElseThrow().actualPort());
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  /** A request after which the server closes the connection. */
  private static String last(String path) {
    return request(path).replace("Host:", "Connection: close\r\nHost:");
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}

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

/** Readers that do not take their answer, on a server of its own with small buffers. */
class UnsentAnswersTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofHours(1);
  private static final String READER = "127.0.0.1";
  private static final String PERSON = "127.0.2.1";

  /** Far more than the buffers of both operating systems take from a server that sets its own. */
  private static final int LARGE = 8 * 1024 * 1024;

  private static final int MANY = 10;
  private static final int SEND_BUFFER = 64 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger closed = new AtomicInteger();
  private Optional<HttpServer> server = Optional.empty();

  private record Limits(
      Duration idle, Duration within, int atOnce, int each, long bytes, long bytesEach)
      implements AnswerLimits {}

  /** Everyone by the address they come from. */
  private static final class Addresses implements Origins {
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
  void whoTakesNothingIsDisconnectedAndGivesTheirPlaceBack() throws Exception {
    UnsentAnswers answers = start(SHORT, LONG, MANY, MANY);
    try (RawConnection reader = connect(READER).send(last("/large"))) {
      TestTimeout.await("the reader is disconnected").until(() -> closed.get() == 1);
      assertThat(reader.readToEnd().length()).isLessThan(LARGE);
    }
    TestTimeout.await().until(() -> answers.waiting() == 0);
  }

  @Test
  void anAnswerThatIsNotTakenWithinItsTimeIsCutShort() throws Exception {
    UnsentAnswers answers = start(LONG, SHORT, MANY, MANY);
    try (RawConnection reader = connect(READER).send(last("/large"))) {
      TestTimeout.await("the reader is disconnected").until(() -> closed.get() == 1);
      assertThat(reader.readToEnd().length()).isLessThan(LARGE);
    }
    TestTimeout.await().until(() -> answers.waiting() == 0);
  }

  @Test
  void aConnectionThatHasNothingToSendIsLeftAlone() throws Exception {
    start(SHORT, SHORT, MANY, MANY);
    try (RawConnection reader = connect(READER)) {
      assertThat(reader.send(request("/small")).readUntil("small")).contains("small");
      assertThat(reader.send(request("/late")).readUntil("late")).contains("late");
    }
  }

  @Test
  void whoHoldsTooManyAnswersLosesTheOldestAndNobodyElseDoes() throws Exception {
    UnsentAnswers answers = start(LONG, LONG, 2, MANY);
    try (RawConnection first = held(answers, 1);
        RawConnection second = held(answers, 2)) {
      assertOnlyTheOldestIsLost(answers, first, second);
    }
  }

  @Test
  void whoHoldsTooManyBytesLosesTheOldestAndNobodyElseDoes() throws Exception {
    UnsentAnswers answers = start(LONG, LONG, MANY, 2.5);
    try (RawConnection first = held(answers, 1);
        RawConnection second = held(answers, 2)) {
      assertOnlyTheOldestIsLost(answers, first, second);
    }
  }

  private void assertOnlyTheOldestIsLost(
      UnsentAnswers answers, RawConnection first, RawConnection second) throws IOException {
    try (RawConnection third = connect(READER).send(last("/large"));
        RawConnection person = connect(PERSON).send(last("/large"))) {
      TestTimeout.await("the oldest is disconnected").until(() -> closed.get() == 1);
      assertThat(first.readToEnd().length()).isLessThan(LARGE);
      for (RawConnection served : List.of(person, second, third)) {
        assertThat(served.readToEnd().length()).isGreaterThan(LARGE);
      }
    }
    TestTimeout.await().until(() -> answers.waiting() == 0);
  }

  @Test
  void theNextRequestOfAConnectionWaitsUntilTheAnswerBeforeItWasTaken() throws Exception {
    UnsentAnswers answers = start(LONG, LONG, MANY, 1.5);
    try (RawConnection reader = connect(READER)) {
      reader.send(request("/large").repeat(2) + last("/large"));
      TestTimeout.await().until(() -> answers.waiting() == 1);
      assertThat(reader.readToEnd().length()).isGreaterThan(3 * LARGE);
    }
  }

  /** The answer of which nothing is read, once its bytes are counted. */
  private RawConnection held(UnsentAnswers answers, int number) throws IOException {
    RawConnection connection = connect(READER).send(last("/large"));
    TestTimeout.await().until(() -> answers.waiting() == number);
    return connection;
  }

  /**
   * @param answersEach connections of one address with an answer that waits to be sent
   * @param largeEach how many large answers the bytes of one address are enough for
   */
  private UnsentAnswers start(Duration idle, Duration within, int answersEach, double largeEach)
      throws Exception {
    long bytesEach = (long) (largeEach * LARGE);
    UnsentAnswers answers =
        new UnsentAnswers(
            new Addresses(),
            new Limits(idle, within, MANY, answersEach, (long) MANY * LARGE, bytesEach));
    Router router = Router.router(vertx);
    router.route().handler(answers::watch);
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
    return answers;
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

  /** After its answer the server closes the connection. */
  private static String last(String path) {
    return request(path).replace("Host:", "Connection: close\r\nHost:");
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}

package nl.uitweg.platform.body;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.Origins.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One body, received on the event loop: counted whatever its framing, given up at a deadline, and
 * handed over when it is complete and its turn has come. All of it runs on the context of the
 * request.
 */
abstract class BodyReceiver {

  private static final int BAD_REQUEST = 400;
  private static final int TIMEOUT = 408;
  private static final int TOO_LARGE = 413;
  private static final int BUSY = 503;

  /** So long what still arrives is dropped after an answer, so that the browser shows it. */
  private static final long LINGER_MILLIS = 1_000;

  /** So long after the visitor is gone its work counts as going on, if nothing tells its end. */
  private static final long LONGEST_WORK_MILLIS = 60_000;

  private enum State {
    ARRIVING,
    DROPPING,
    WAITING,
    IN_WORK,
    OVER
  }

  final RoutingContext context;
  final HttpServerRequest request;
  final Vertx vertx;
  final Context loop;

  private final Bounds bounds;
  private final Origin origin;
  private State state = State.ARRIVING;
  private FairSlotPool.@Nullable Place place;
  private FairScheduler.@Nullable Turn turn;
  private volatile boolean done;
  private long received;
  private final long begun = System.nanoTime();
  private long last = begun;
  private long timer = -1;

  /**
   * @param most bytes of the body
   * @param turnWithin how long a complete body waits for its turn
   */
  record Bounds(
      long most,
      Duration within,
      Duration idle,
      Duration turnWithin,
      FairSlotPool places,
      FairScheduler turns) {}

  BodyReceiver(RoutingContext context, Origin origin, Bounds bounds) {
    this.context = context;
    this.request = context.request();
    this.vertx = context.vertx();
    this.loop = vertx.getOrCreateContext();
    this.origin = origin;
    this.bounds = bounds;
  }

  /** Takes some bytes. */
  abstract void take(Buffer bytes);

  /** All bytes were taken; {@link #arrived} is to be called once they are kept. */
  abstract void complete();

  /** Makes the body known to who works on it. */
  abstract void handOver();

  /** What is shown when there is no room for this body. */
  abstract String busyPage();

  abstract String errorPage(int status);

  /** Whether the body takes its place until the request ends, and not only until work begins. */
  abstract boolean staysInWork();

  /** Forgets what was kept of the body. */
  abstract void forget();

  final void start(long declared) {
    Optional<FairSlotPool.Place> taken =
        bounds.places().take(origin, () -> loop.runOnContext(nothing -> revoked()));
    context.addEndHandler(ended -> over());
    if (taken.isEmpty()) {
      stop(BUSY);
      return;
    }
    place = taken.get();
    request.handler(this::arrives).endHandler(nothing -> ends());
    request.exceptionHandler(broken -> over());
    if (HttpHeaderValues.CONTINUE.toString().equalsIgnoreCase(request.getHeader("Expect"))) {
      if (declared > bounds.most()) {
        stop(TOO_LARGE);
        return;
      }
      context.response().writeContinue();
    }
    if (declared > bounds.most()) {
      state = State.DROPPING;
    }
    watch();
    request.resume();
  }

  private void arrives(Buffer bytes) {
    last = System.nanoTime();
    if (state != State.ARRIVING) {
      return;
    }
    received += bytes.length();
    if (received > bounds.most()) {
      stop(TOO_LARGE);
    } else if (place().grow(bytes.length())) {
      take(bytes);
    }
  }

  private void ends() {
    if (state == State.DROPPING) {
      stop(TOO_LARGE);
    } else if (state == State.ARRIVING) {
      complete();
    }
  }

  /** The body is complete and kept: it waits for its turn, but not for ever. */
  final void arrived() {
    if (state != State.ARRIVING) {
      return;
    }
    vertx.cancelTimer(timer);
    state = State.WAITING;
    timer = vertx.setTimer(bounds.turnWithin().toMillis(), late -> revoked());
    turn = bounds.turns().enter(origin, () -> loop.runOnContext(nothing -> work()));
  }

  private void work() {
    if (state != State.WAITING || !place().keep()) {
      turn().end();
      return;
    }
    vertx.cancelTimer(timer);
    state = State.IN_WORK;
    if (!staysInWork()) {
      place().leave();
    }
    context.addHeadersEndHandler(nothing -> worked());
    context.put(BodyCompletionFilter.KEY, (Runnable) this::worked);
    handOver();
    context.next();
  }

  /** What the body asked for is done; the answer may still be on its way. */
  private void worked() {
    done = true;
    turn().end();
  }

  /** What arrives is not what we take: says so and reads no further. */
  final void refuse() {
    stop(BAD_REQUEST);
  }

  /** What arrives cannot be kept. */
  final void fail() {
    stop(BUSY);
  }

  final boolean arriving() {
    return state == State.ARRIVING;
  }

  /** Its place or its time is over before work began. */
  private void revoked() {
    if (state == State.ARRIVING || state == State.DROPPING || state == State.WAITING) {
      stop(BUSY);
    }
  }

  private void watch() {
    timer =
        vertx.setTimer(
            Math.min(bounds.idle().toMillis(), bounds.within().toMillis()),
            fired -> {
              long now = System.nanoTime();
              if (state != State.ARRIVING && state != State.DROPPING) {
                return;
              }
              if (now - last >= bounds.idle().toNanos()
                  || now - begun >= bounds.within().toNanos()) {
                stop(TIMEOUT);
              } else {
                watch();
              }
            });
  }

  /** Answers at once and closes the connection; nothing that still arrives is kept. */
  private void stop(int status) {
    if (state == State.OVER) {
      return;
    }
    String page = status == BUSY ? busyPage() : errorPage(status);
    over();
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    boolean complete = request.isEnded();
    if (!complete && request.version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close");
    }
    if (status == BUSY) {
      response.putHeader("Retry-After", "5");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(page)
        .onComplete(
            sent -> {
              if (!complete) {
                close();
              }
            });
  }

  private void close() {
    if (request.version() == HttpVersion.HTTP_2) {
      context.response().reset(0);
      return;
    }
    HttpConnection connection = request.connection();
    long linger = vertx.setTimer(LINGER_MILLIS, fired -> connection.close());
    request
        .handler(dropped -> {})
        .endHandler(
            nothing -> {
              vertx.cancelTimer(linger);
              connection.close();
            })
        .exceptionHandler(broken -> vertx.cancelTimer(linger))
        .resume();
  }

  /** Nobody waits for an answer any more, or it was given. */
  private void over() {
    if (state == State.OVER) {
      return;
    }
    boolean working = state == State.IN_WORK && !done;
    state = State.OVER;
    vertx.cancelTimer(timer);
    if (place != null) {
      place.leave();
    }
    if (turn != null && working) {
      vertx.setTimer(LONGEST_WORK_MILLIS, fired -> worked());
    } else if (turn != null) {
      turn.end();
    }
    forget();
  }

  private FairSlotPool.Place place() {
    return Objects.requireNonNull(place);
  }

  private FairScheduler.Turn turn() {
    return Objects.requireNonNull(turn);
  }
}

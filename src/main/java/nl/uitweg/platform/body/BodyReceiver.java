package nl.uitweg.platform.body;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import nl.uitweg.platform.limits.FairScheduler;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of one request on the event loop. Counts the bytes that arrive, with or without
 * a declared length, rejects the body at a deadline, and hands it over when it is complete and the
 * {@link FairScheduler} starts it. Everything runs on the Vert.x context of the request.
 */
abstract class BodyReceiver {

  private static final int BAD_REQUEST = 400;
  private static final int TIMEOUT = 408;
  private static final int TOO_LARGE = 413;
  private static final int BUSY = RejectionResponse.SERVICE_UNAVAILABLE;

  /** Longer than the slowest work of a resource: cleaning and scanning files. */
  private static final long MAX_WORK_AFTER_DISCONNECT_MILLIS = 120_000;

  private enum State {
    ARRIVING,
    DISCARDING,
    WAITING,
    PROCESSING,
    FINISHED
  }

  final RoutingContext context;
  final HttpServerRequest request;
  final Vertx vertx;
  final Context eventLoop;

  private final Bounds bounds;
  private final Origin origin;
  private State state = State.ARRIVING;
  private FairSlotPool.@Nullable Slot slot;
  private FairScheduler.@Nullable Task task;
  private volatile boolean processingDone;
  private long received;
  private final long startNanos = System.nanoTime();
  private long lastByteNanos = startNanos;
  private long timer = -1;

  /**
   * Limits for one kind of body, and what all bodies of that kind share.
   *
   * @param maxBytes maximum bytes of one body
   * @param timeout maximum time from the start of receiving to the last byte
   * @param idleTimeout maximum time without a byte
   * @param queueTimeout maximum time a complete body waits to be processed
   * @param afterDisconnect time after a disconnect at which the task counts as finished when the
   *     end of processing was not reported; a body that a resource has taken gets {@link
   *     #MAX_WORK_AFTER_DISCONNECT_MILLIS} more
   * @param slots slots that the bodies hold from the start of receiving, either until processing
   *     starts or until the request ends ({@link #holdsSlotWhileProcessing})
   * @param scheduler decides when a complete body is processed
   */
  record Bounds(
      long maxBytes,
      Duration timeout,
      Duration idleTimeout,
      Duration queueTimeout,
      Duration afterDisconnect,
      FairSlotPool slots,
      FairScheduler scheduler) {}

  BodyReceiver(RoutingContext context, Origin origin, Bounds bounds) {
    this.context = context;
    this.request = context.request();
    this.vertx = context.vertx();
    this.eventLoop = vertx.getOrCreateContext();
    this.origin = origin;
    this.bounds = bounds;
  }

  /** Takes the bytes that arrived. */
  abstract void take(Buffer bytes);

  /** Looks at the bytes of a body that is too large; they are not stored. */
  void inspect(Buffer bytes) {}

  /** Called when all bytes were taken; must call {@link #enqueue} once they are stored. */
  abstract void complete();

  /** Makes the body available to the resource. */
  abstract void handOver();

  /** The page for a body that was rejected because of load or because it cannot be stored. */
  abstract String busyPage();

  /** The page for a body that is too large. */
  String tooLargePage() {
    return errorPage(TOO_LARGE);
  }

  /** The error page for any other rejected body. */
  abstract String errorPage(int status);

  /**
   * Whether the body keeps its slot until the request ends, and not only until processing starts.
   */
  abstract boolean holdsSlotWhileProcessing();

  /** Whether the resource is known to have taken the body. */
  abstract boolean isTakenByResource();

  /** Discards what was stored of the body. */
  abstract void discard();

  /**
   * Starts receiving.
   *
   * @param declaredLength value of {@code Content-Length}; 0 when there is none
   */
  final void start(long declaredLength) {
    Optional<FairSlotPool.Slot> newSlot =
        bounds
            .slots()
            .take(origin, () -> eventLoop.runOnContext(nothing -> rejectBeforeProcessing()));
    context.addEndHandler(ended -> finish());
    if (newSlot.isEmpty()) {
      reject(BUSY);
      return;
    }
    slot = newSlot.get();
    request.handler(this::onData).endHandler(nothing -> onEnd());
    request.exceptionHandler(broken -> finish());
    if (HttpHeaderValues.CONTINUE.toString().equalsIgnoreCase(request.getHeader("Expect"))) {
      if (declaredLength > bounds.maxBytes()) {
        reject(TOO_LARGE);
        return;
      }
      context.response().writeContinue();
    }
    if (declaredLength > bounds.maxBytes()) {
      state = State.DISCARDING;
    }
    scheduleDeadlineCheck();
    request.resume();
  }

  private void onData(Buffer bytes) {
    lastByteNanos = System.nanoTime();
    if (state == State.DISCARDING) {
      inspect(bytes);
    }
    if (state != State.ARRIVING) {
      return;
    }
    received += bytes.length();
    if (received > bounds.maxBytes()) {
      reject(TOO_LARGE);
    } else if (slot().grow(bytes.length())) {
      take(bytes);
    }
  }

  private void onEnd() {
    if (state == State.DISCARDING) {
      reject(TOO_LARGE);
    } else if (state == State.ARRIVING) {
      complete();
    }
  }

  /** Queues the complete body for processing, for at most {@link Bounds#queueTimeout}. */
  final void enqueue() {
    if (state != State.ARRIVING) {
      return;
    }
    vertx.cancelTimer(timer);
    state = State.WAITING;
    timer = vertx.setTimer(bounds.queueTimeout().toMillis(), late -> rejectBeforeProcessing());
    task =
        bounds
            .scheduler()
            .submit(origin, () -> eventLoop.runOnContext(nothing -> startProcessing()));
  }

  private void startProcessing() {
    if (state != State.WAITING || !slot().pin()) {
      task().finish();
      return;
    }
    vertx.cancelTimer(timer);
    state = State.PROCESSING;
    if (!holdsSlotWhileProcessing()) {
      slot().release();
    }
    context.addHeadersEndHandler(nothing -> finishProcessing());
    BodyProcessing.onFinished(context, this::finishProcessing);
    handOver();
    context.next();
  }

  /** Marks processing as finished; the response may still be in progress. */
  private void finishProcessing() {
    processingDone = true;
    task().finish();
  }

  /** Rejects a body that is not valid; bytes that still arrive are discarded. */
  final void rejectInvalid() {
    reject(BAD_REQUEST);
  }

  /** Rejects a body that cannot be stored. */
  final void rejectNotStored() {
    reject(BUSY);
  }

  /** Rejects a body whose slot was revoked or whose wait ended before processing started. */
  private void rejectBeforeProcessing() {
    if (state == State.ARRIVING || state == State.DISCARDING || state == State.WAITING) {
      reject(BUSY);
    }
  }

  private void scheduleDeadlineCheck() {
    timer =
        vertx.setTimer(
            Math.min(bounds.idleTimeout().toMillis(), bounds.timeout().toMillis()),
            fired -> {
              long now = System.nanoTime();
              if (state != State.ARRIVING && state != State.DISCARDING) {
                return;
              }
              if (now - lastByteNanos >= bounds.idleTimeout().toNanos()
                  || now - startNanos >= bounds.timeout().toNanos()) {
                reject(TIMEOUT);
              } else {
                scheduleDeadlineCheck();
              }
            });
  }

  /** Ends receiving and sends an error page. */
  private void reject(int status) {
    if (state == State.FINISHED) {
      return;
    }
    String page =
        switch (status) {
          case BUSY -> busyPage();
          case TOO_LARGE -> tooLargePage();
          default -> errorPage(status);
        };
    finish();
    RejectionResponse.send(context, status, page);
  }

  /**
   * Ends receiving: releases the slot and discards the body. Called before an error page is sent,
   * when the response has ended and when the visitor disconnects. The task of a body that is still
   * being processed keeps running in the scheduler until the end of processing is reported, or for
   * at most {@link Bounds#afterDisconnect}, and {@link #MAX_WORK_AFTER_DISCONNECT_MILLIS} more when
   * the resource has taken the body.
   */
  private void finish() {
    if (state == State.FINISHED) {
      return;
    }
    boolean processing = state == State.PROCESSING && !processingDone;
    state = State.FINISHED;
    vertx.cancelTimer(timer);
    if (slot != null) {
      slot.release();
    }
    if (task != null && processing) {
      vertx.setTimer(bounds.afterDisconnect().toMillis(), fired -> afterDisconnect());
    } else if (task != null) {
      task.finish();
    }
    discard();
  }

  /**
   * Runs some time after the visitor disconnected during processing. When a resource is known to
   * have taken the body, it gets more time to report the end of processing.
   */
  private void afterDisconnect() {
    if (isTakenByResource()) {
      vertx.setTimer(MAX_WORK_AFTER_DISCONNECT_MILLIS, fired -> finishProcessing());
    } else {
      finishProcessing();
    }
  }

  private FairSlotPool.Slot slot() {
    return Objects.requireNonNull(slot);
  }

  private FairScheduler.Task task() {
    return Objects.requireNonNull(task);
  }
}

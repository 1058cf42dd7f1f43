package nl.uitweg.site.report;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import nl.uitweg.platform.http.SubmissionGate;
import org.jboss.logging.Logger;

/**
 * A page that is streamed in two parts: the first at once, the second after a delay. {@link
 * SubmissionGate.WaitingSubmission} reports a disconnected visitor and a revoked slot.
 *
 * @param executor runs {@code work} on few threads, so that delayed submissions do not hold up
 *     other requests
 * @param work runs after the delay and returns the HTML of the second part
 * @param revokedWork runs instead of {@code work} when the slot was revoked, and returns the HTML
 *     of the second part
 */
record DelayedPage(
    String first,
    Duration delay,
    SubmissionGate.WaitingSubmission waiting,
    Executor executor,
    Supplier<String> work,
    Supplier<String> revokedWork) {

  /** Sends the first part and schedules the second. */
  void emit(MultiEmitter<? super byte[]> visitor) {
    visitor.emit(bytes(first));
    Cancellable timer =
        Uni.createFrom()
            .voidItem()
            .onItem()
            .delayIt()
            .by(delay)
            .emitOn(executor)
            .map(ignored -> waiting.begin() ? work.get() : "")
            .subscribe()
            .with(html -> complete(visitor, html), failure -> fail(visitor, failure));
    waiting.onRevoked(
        () -> {
          timer.cancel();
          complete(visitor, revokedWork.get());
        });
    visitor.onTermination(waiting::visitorDisconnected);
  }

  /**
   * Sends the second part; an empty string means that the slot was revoked and already answered.
   */
  private static void complete(MultiEmitter<? super byte[]> visitor, String html) {
    if (!html.isEmpty()) {
      visitor.emit(bytes(html));
      visitor.complete();
    }
  }

  private static void fail(MultiEmitter<? super byte[]> visitor, Throwable failure) {
    Logger.getLogger(DelayedPage.class).error(failure.getClass().getName());
    visitor.fail(failure);
  }

  private static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }
}

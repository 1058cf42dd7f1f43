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
 * A page whose first part is shown while the visitor waits, and whose second part comes after the
 * work that had to wait. When the visitor is gone, or the place in the gate is given away, {@link
 * SubmissionGate.WaitingSubmission} says so.
 *
 * @param workers few threads, so that those who waited leave the others room
 * @param work done after the wait; gives the second part
 * @param notDone gives the second part when the place was given to somebody else
 */
record DelayedPage(
    String first,
    Duration delay,
    SubmissionGate.WaitingSubmission place,
    Executor workers,
    Supplier<String> work,
    Supplier<String> notDone) {

  void emit(MultiEmitter<? super byte[]> visitor) {
    visitor.emit(bytes(first));
    Cancellable timer =
        Uni.createFrom()
            .voidItem()
            .onItem()
            .delayIt()
            .by(delay)
            .emitOn(workers)
            .map(nothing -> place.begin() ? work.get() : "")
            .subscribe()
            .with(html -> answer(visitor, html), failure -> fail(visitor, failure));
    place.onRevoked(
        () -> {
          timer.cancel();
          answer(visitor, notDone.get());
        });
    visitor.onTermination(place::visitorDisconnected);
  }

  /** Nothing is to be said when the place was revoked: that has been said then. */
  private static void answer(MultiEmitter<? super byte[]> visitor, String html) {
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

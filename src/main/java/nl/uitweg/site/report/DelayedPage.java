package nl.uitweg.site.report;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.uitweg.platform.http.SubmissionGate;
import nl.uitweg.platform.page.GzipParts;
import org.jboss.logging.Logger;

/**
 * A page that is streamed in two parts: the first at once, the second after a delay. In gzip, the
 * first part is shown as soon as it arrives, and the second does not make the page as heavy as the
 * rest of the form together.
 *
 * @param firstPart HTML of the first part
 * @param waiting the submission that waits; it is told when the visitor disconnects, and it reports
 *     when its slot is revoked
 * @param executor runs {@code submit} on few threads, so that delayed submissions do not hold up
 *     other requests
 * @param submit runs after the delay and returns the HTML of the second part
 * @param cancel runs instead of {@code submit} when the slot was revoked, and returns the HTML of
 *     the second part
 */
record DelayedPage(
    String firstPart,
    Duration delay,
    SubmissionGate.WaitingSubmission waiting,
    Executor executor,
    Supplier<String> submit,
    Supplier<String> cancel) {

  /**
   * Sends the first part and schedules the second.
   *
   * @param gzip whether to compress
   */
  void emit(MultiEmitter<? super byte[]> visitor, boolean gzip) {
    UnaryOperator<byte[]> encodeLast;
    if (gzip) {
      GzipParts parts = new GzipParts(bytes(firstPart));
      visitor.emit(parts.first());
      encodeLast = parts::last;
    } else {
      visitor.emit(bytes(firstPart));
      encodeLast = UnaryOperator.identity();
    }
    Cancellable timer =
        Uni.createFrom()
            .voidItem()
            .onItem()
            .delayIt()
            .by(delay)
            .emitOn(executor)
            .map(ignored -> waiting.begin() ? submit.get() : "")
            .subscribe()
            .with(html -> complete(visitor, html, encodeLast), failure -> fail(visitor, failure));
    waiting.onRevoked(
        () -> {
          timer.cancel();
          complete(visitor, cancel.get(), encodeLast);
        });
    visitor.onTermination(waiting::visitorDisconnected);
  }

  /**
   * Sends the second part; does nothing for an empty string, which means that the slot was revoked
   * and {@code cancel} has sent the second part.
   */
  private static void complete(
      MultiEmitter<? super byte[]> visitor, String html, UnaryOperator<byte[]> encodeLast) {
    if (!html.isEmpty()) {
      visitor.emit(encodeLast.apply(bytes(html)));
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

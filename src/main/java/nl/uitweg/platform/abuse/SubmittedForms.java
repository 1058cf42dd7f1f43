package nl.uitweg.platform.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Recognises forms that are sent more than once. A form sent again while it waits keeps waiting, in
 * one slot. A form sent again after it was stored is answered without delay, a limited number of
 * times. Forms are identified by a keyed hash.
 */
final class SubmittedForms {

  private static final int MAX_REMEMBERED_FORMS = 100_000;

  private final Cache<String, Bucket> stored =
      Caffeine.newBuilder()
          .maximumSize(MAX_REMEMBERED_FORMS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final Map<String, WaitingForm> waiting = new HashMap<>();
  private final Supplier<Bucket> repetitions;

  /**
   * @param repetitions makes the bucket that limits how often a stored form is answered without
   *     delay
   */
  SubmittedForms(Supplier<Bucket> repetitions) {
    this.repetitions = repetitions;
  }

  private record WaitingForm(WaitingReport report, long endNanos) {}

  /**
   * What is known about an earlier submission of the same form.
   *
   * @param stored whether the form was stored already and may be answered without delay
   * @param waiting whether the form was waiting already
   * @param remainingWait what is left of that wait; zero when it was not waiting
   */
  record EarlierSubmission(boolean stored, boolean waiting, Duration remainingWait) {}

  /**
   * Looks up the earlier submission of a form that arrives. When that submission is waiting, it is
   * revoked, because the new one takes its place.
   */
  EarlierSubmission replaceEarlier(String formId) {
    Bucket bucket = stored.getIfPresent(formId);
    if (bucket != null && bucket.tryConsume(1)) {
      return new EarlierSubmission(true, false, Duration.ZERO);
    }
    WaitingForm earlier;
    synchronized (this) {
      earlier = waiting.remove(formId);
    }
    if (earlier == null) {
      return new EarlierSubmission(false, false, Duration.ZERO);
    }
    earlier.report().revoke();
    long remaining = Math.max(1, earlier.endNanos() - System.nanoTime());
    return new EarlierSubmission(false, true, Duration.ofNanos(remaining));
  }

  /**
   * Registers a submission that starts to wait.
   *
   * @param wait time that remains
   */
  synchronized void startWaiting(String formId, WaitingReport report, Duration wait) {
    waiting.put(formId, new WaitingForm(report, System.nanoTime() + wait.toNanos()));
  }

  /** Ends a submission, and remembers the form when its report was stored. */
  void end(String formId, WaitingReport report, boolean wasStored) {
    synchronized (this) {
      WaitingForm waitingForm = waiting.get(formId);
      if (waitingForm != null && waitingForm.report() == report) {
        waiting.remove(formId);
      }
    }
    if (wasStored) {
      stored.asMap().putIfAbsent(formId, repetitions.get());
    }
  }
}

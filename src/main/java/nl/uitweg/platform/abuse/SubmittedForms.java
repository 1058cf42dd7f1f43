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
  private final Map<String, Pending> waiting = new HashMap<>();
  private final Supplier<Bucket> repetitions;

  /**
   * @param repetitions makes the bucket that limits how often a stored form is answered without
   *     delay
   */
  SubmittedForms(Supplier<Bucket> repetitions) {
    this.repetitions = repetitions;
  }

  private record Pending(WaitingReport report, long endNanos) {}

  /**
   * @param stored whether the form was stored already and may be answered without delay
   * @param waiting whether the form was waiting already
   * @param remainingWait what is left of that wait; zero when it was not waiting
   */
  record Resubmission(boolean stored, boolean waiting, Duration remainingWait) {}

  /** Looks up a form that arrives. When it was waiting, its earlier waiting report is revoked. */
  Resubmission resubmitted(String formId) {
    Bucket bucket = stored.getIfPresent(formId);
    if (bucket != null && bucket.tryConsume(1)) {
      return new Resubmission(true, false, Duration.ZERO);
    }
    Pending earlier;
    synchronized (this) {
      earlier = waiting.remove(formId);
    }
    if (earlier == null) {
      return new Resubmission(false, false, Duration.ZERO);
    }
    earlier.report().revoke();
    long remaining = Math.max(1, earlier.endNanos() - System.nanoTime());
    return new Resubmission(false, true, Duration.ofNanos(remaining));
  }

  synchronized void startWaiting(String formId, WaitingReport report, Duration wait) {
    waiting.put(formId, new Pending(report, System.nanoTime() + wait.toNanos()));
  }

  void end(String formId, WaitingReport report, boolean wasStored) {
    synchronized (this) {
      Pending pending = waiting.get(formId);
      if (pending != null && pending.report() == report) {
        waiting.remove(formId);
      }
    }
    if (wasStored) {
      stored.asMap().putIfAbsent(formId, repetitions.get());
    }
  }
}

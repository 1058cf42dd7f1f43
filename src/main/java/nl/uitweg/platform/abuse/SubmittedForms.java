package nl.uitweg.platform.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Forms that were sent before: pressed again while it waits, a form goes on waiting in one place;
 * pressed again after it was stored, it is answered at once, a few times. Known by a keyed name.
 */
final class SubmittedForms {

  private static final int MOST = 100_000;

  private final Cache<String, Bucket> stored =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofHours(1)).build();
  private final Map<String, Pending> waiting = new HashMap<>();
  private final Supplier<Bucket> repetitions;

  /**
   * @param repetitions how often a stored form is answered at once
   */
  SubmittedForms(Supplier<Bucket> repetitions) {
    this.repetitions = repetitions;
  }

  private record Pending(WaitingReport place, long untilNanos) {}

  /**
   * @param stored it was stored, and may be answered at once
   * @param waits it waits already; {@code remaining} is what is left of that
   */
  record Known(boolean stored, boolean waits, Duration remaining) {}

  /** What is known of a form that arrives; its earlier place, if it waits, is given up. */
  Known pressedAgain(String form) {
    Bucket again = stored.getIfPresent(form);
    if (again != null && again.tryConsume(1)) {
      return new Known(true, false, Duration.ZERO);
    }
    Pending earlier;
    synchronized (this) {
      earlier = waiting.remove(form);
    }
    if (earlier == null) {
      return new Known(false, false, Duration.ZERO);
    }
    earlier.place().revoke();
    long left = Math.max(1, earlier.untilNanos() - System.nanoTime());
    return new Known(false, true, Duration.ofNanos(left));
  }

  synchronized void waits(String form, WaitingReport place, Duration wait) {
    waiting.put(form, new Pending(place, System.nanoTime() + wait.toNanos()));
  }

  void ended(String form, WaitingReport place, boolean wasStored) {
    synchronized (this) {
      Pending pending = waiting.get(form);
      if (pending != null && pending.place() == place) {
        waiting.remove(form);
      }
    }
    if (wasStored) {
      stored.asMap().putIfAbsent(form, repetitions.get());
    }
  }
}

package nl.uitweg.platform.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Quota;

/**
 * A token bucket per origin, and one per network with {@link Quota#NETWORK_FACTOR} times as many
 * tokens. The bucket of the onion service has a capacity of its own.
 */
final class OriginBuckets {

  private static final int MAX_TRACKED_ORIGINS = 100_000;

  private final Cache<String, Bucket> byOrigin = cache();
  private final Cache<String, Bucket> byNetwork = cache();
  private final int capacity;
  private final int onionCapacity;
  private final Duration period;

  /**
   * @param capacity tokens of one origin
   * @param onionCapacity tokens of the onion service
   * @param period time in which the full number of tokens becomes available again
   */
  OriginBuckets(int capacity, int onionCapacity, Duration period) {
    this.capacity = capacity;
    this.onionCapacity = onionCapacity;
    this.period = period;
  }

  /**
   * Takes a token from the bucket of the origin and one from the bucket of its network, or none.
   *
   * @return zero when the tokens were taken; otherwise the time until the empty bucket has a token
   */
  Duration take(Origin origin) {
    Bucket ofOrigin = ofOrigin(origin);
    Duration wait = take(ofOrigin);
    if (!wait.isZero()) {
      return wait;
    }
    Duration networkWait = take(ofNetwork(origin));
    if (!networkWait.isZero()) {
      ofOrigin.addTokens(1);
    }
    return networkWait;
  }

  /** Whether the buckets of the origin and of its network both have a token. */
  boolean hasTokens(Origin origin) {
    return ofOrigin(origin).getAvailableTokens() > 0 && ofNetwork(origin).getAvailableTokens() > 0;
  }

  /** Takes tokens from both buckets, also more than there are; zero takes nothing. */
  void takeAlways(Origin origin, long tokens) {
    if (tokens > 0) {
      ofOrigin(origin).consumeIgnoringRateLimits(tokens);
      ofNetwork(origin).consumeIgnoringRateLimits(tokens);
    }
  }

  /** Gives back what {@link #take} took. */
  void giveBack(Origin origin) {
    ofOrigin(origin).addTokens(1);
    ofNetwork(origin).addTokens(1);
  }

  /** Fills all buckets. */
  void reset() {
    byOrigin.invalidateAll();
    byNetwork.invalidateAll();
  }

  private Bucket ofOrigin(Origin origin) {
    return byOrigin.get(origin.name(), name -> bucket(capacity(origin), period));
  }

  private Bucket ofNetwork(Origin origin) {
    return byNetwork.get(
        origin.network(), name -> bucket(Quota.NETWORK_FACTOR * capacity(origin), period));
  }

  private int capacity(Origin origin) {
    return origin.onion() ? onionCapacity : capacity;
  }

  /**
   * Takes a token from a bucket.
   *
   * @return zero when the token was taken; otherwise the time until the bucket has one
   */
  static Duration take(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  static Bucket bucket(int capacity, Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
        .build();
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MAX_TRACKED_ORIGINS)
        .expireAfterAccess(Duration.ofHours(1))
        .build();
  }
}

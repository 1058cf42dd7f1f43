package nl.uitweg.platform.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.uitweg.platform.http.CodeGate;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Limits how many codes an origin may guess, and how many requests with a code it may have in
 * progress at the same time. The onion service, which all its visitors share, has higher limits. A
 * guess is counted before the code is checked, so that simultaneous guesses count too. It is
 * refunded when the code was right: people who share an address (Tor, a library) run out of guesses
 * only when one of them guesses wrong codes.
 */
@Singleton
class CodeThrottle implements CodeGate {

  private static final int MAX_TRACKED_ADDRESSES = 100_000;

  /**
   * Maximum concurrent requests with a code from one IPv4 address or IPv6 /56 network; {@code
   * Receipts} has 34 derivation slots for all visitors together.
   */
  private static final int MAX_CONCURRENT_PER_NETWORK = 4;

  /**
   * Maximum concurrent requests with a code from the onion service: about a quarter of all
   * derivation slots.
   */
  private static final int MAX_CONCURRENT_ONION = 8;

  private final Cache<String, Bucket> guessBuckets = cache();
  private final Cache<String, Semaphore> slotsByNetwork = cache();
  private final Origins origins;
  private final AddressPseudonyms pseudonyms;
  private final AbuseLimits limits;

  CodeThrottle(Origins origins, AddressPseudonyms pseudonyms, AbuseLimits limits) {
    this.origins = origins;
    this.pseudonyms = pseudonyms;
    this.limits = limits;
  }

  @Override
  public Attempt guess(HttpServerRequest request) {
    Origin origin = origins.of(request);
    Semaphore slots = slots(origin, request);
    if (!slots.tryAcquire()) {
      return new RefusedAttempt(Admission.BUSY);
    }
    Bucket guesses = guesses(origin);
    if (!guesses.tryConsume(1)) {
      slots.release();
      return new RefusedAttempt(Admission.TOO_MANY_WRONG_CODES);
    }
    return new AdmittedAttempt(slots, () -> guesses.addTokens(1));
  }

  @Override
  public Attempt knownCode(HttpServerRequest request) {
    Semaphore slots = slots(origins.of(request), request);
    return slots.tryAcquire()
        ? new AdmittedAttempt(slots, () -> {})
        : new RefusedAttempt(Admission.BUSY);
  }

  @Override
  public long retryAfterSeconds() {
    return limits.wrongCodesPer().toSeconds();
  }

  /** Clears all counters; for tests, whose requests all come from one address. */
  void reset() {
    guessBuckets.invalidateAll();
    slotsByNetwork.invalidateAll();
  }

  private Bucket guesses(Origin origin) {
    int capacity = origin.onion() ? limits.onionWrongCodes() : limits.wrongCodes();
    return guessBuckets.get(
        origin.name(),
        name ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(capacity).refillGreedy(capacity, limits.wrongCodesPer()))
                .build());
  }

  /**
   * The slots of the origin. IPv6 addresses share slots per /56 network, so that a household with
   * many /64 networks gets no more slots than another household.
   */
  private Semaphore slots(Origin origin, HttpServerRequest request) {
    return origin.onion()
        ? slotsByNetwork.get(origin.name(), name -> new Semaphore(MAX_CONCURRENT_ONION))
        : slotsByNetwork.get(
            pseudonyms.coarsePseudonym(address(request)),
            name -> new Semaphore(MAX_CONCURRENT_PER_NETWORK));
  }

  private static String address(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return address == null ? "" : address;
  }

  private static <T> Cache<String, T> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MAX_TRACKED_ADDRESSES)
        .expireAfterAccess(Duration.ofHours(1))
        .build();
  }

  private record RefusedAttempt(Admission admission) implements Attempt {

    @Override
    public void refund() {}

    @Override
    public void close() {}
  }

  /** Refunds the guess and releases the slot at most once each. */
  private static final class AdmittedAttempt implements Attempt {

    private final Semaphore slots;
    private final Runnable refund;
    private final AtomicBoolean refunded = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    AdmittedAttempt(Semaphore slots, Runnable refund) {
      this.slots = slots;
      this.refund = refund;
    }

    @Override
    public Admission admission() {
      return Admission.ADMITTED;
    }

    @Override
    public void refund() {
      if (refunded.compareAndSet(false, true)) {
        refund.run();
      }
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        slots.release();
      }
    }
  }
}

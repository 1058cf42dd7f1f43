package nl.uitweg.platform.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.uitweg.platform.http.CodeGate;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Limits how many codes an origin and a network may guess, and how many requests with a code they
 * may have in progress at the same time. Networks and the onion service, which many visitors share,
 * have higher limits than an origin. A guess is counted before the code is checked, so that
 * simultaneous guesses count too. It is refunded when the code was right: people who share an
 * address (Tor, a library) run out of guesses only when one of them guesses wrong codes.
 */
@Singleton
class CodeThrottle implements CodeGate {

  private static final int MAX_TRACKED_ORIGINS = 100_000;

  /**
   * Maximum concurrent requests with a code from one origin; {@code ReceiptDerivation} admits 34 at
   * a time for all visitors together.
   */
  private static final int MAX_CONCURRENT_PER_ORIGIN = 4;

  /**
   * Maximum concurrent requests with a code from one network or from the onion service: about a
   * quarter of what {@code ReceiptDerivation} admits.
   */
  private static final int MAX_CONCURRENT_PER_NETWORK = 8;

  private final Cache<String, Semaphore> slotsByOrigin = cache();
  private final Cache<String, Semaphore> slotsByNetwork = cache();
  private final OriginBuckets guesses;
  private final Origins origins;
  private final AbuseLimits limits;

  CodeThrottle(Origins origins, AbuseLimits limits) {
    this.origins = origins;
    this.limits = limits;
    this.guesses =
        new OriginBuckets(limits.wrongCodes(), limits.onionWrongCodes(), limits.wrongCodesPer());
  }

  @Override
  public Attempt guess(HttpServerRequest request) {
    Origin origin = origins.of(request);
    Optional<Runnable> release = takeSlot(origin);
    if (release.isEmpty()) {
      return new RefusedAttempt(Admission.BUSY);
    }
    if (!guesses.take(origin).isZero()) {
      release.get().run();
      return new RefusedAttempt(Admission.TOO_MANY_WRONG_CODES);
    }
    return new AdmittedAttempt(release.get(), () -> guesses.giveBack(origin));
  }

  @Override
  public Attempt knownCode(HttpServerRequest request) {
    return takeSlot(origins.of(request))
        .<Attempt>map(release -> new AdmittedAttempt(release, () -> {}))
        .orElseGet(() -> new RefusedAttempt(Admission.BUSY));
  }

  @Override
  public long retryAfterSeconds() {
    return limits.wrongCodesPer().toSeconds();
  }

  /** Clears all counters; for tests, whose requests all come from one address. */
  void reset() {
    guesses.reset();
    slotsByOrigin.invalidateAll();
    slotsByNetwork.invalidateAll();
  }

  /**
   * Takes a slot of the origin and one of its network.
   *
   * @return releases both slots when run; empty when one of the two has no slot left
   */
  private Optional<Runnable> takeSlot(Origin origin) {
    Semaphore originSlots =
        slotsByOrigin.get(
            origin.name(),
            name ->
                new Semaphore(
                    origin.onion() ? MAX_CONCURRENT_PER_NETWORK : MAX_CONCURRENT_PER_ORIGIN));
    Semaphore networkSlots =
        slotsByNetwork.get(origin.network(), name -> new Semaphore(MAX_CONCURRENT_PER_NETWORK));
    if (!originSlots.tryAcquire()) {
      return Optional.empty();
    }
    if (!networkSlots.tryAcquire()) {
      originSlots.release();
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          networkSlots.release();
          originSlots.release();
        });
  }

  private static Cache<String, Semaphore> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MAX_TRACKED_ORIGINS)
        .expireAfterAccess(Duration.ofHours(1))
        .build();
  }

  private record RefusedAttempt(Admission admission) implements Attempt {

    @Override
    public void refund() {}

    @Override
    public void close() {}
  }

  /** Refunds the guess and releases the slots at most once each. */
  private static final class AdmittedAttempt implements Attempt {

    private final Runnable release;
    private final Runnable refund;
    private final AtomicBoolean refunded = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    AdmittedAttempt(Runnable release, Runnable refund) {
      this.release = release;
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
        release.run();
      }
    }
  }
}

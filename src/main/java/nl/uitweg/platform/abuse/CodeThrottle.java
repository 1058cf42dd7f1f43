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
 * Lets an origin guess only so many codes; the onion service, which all its visitors share, far
 * more. A guess is reserved before it is judged, so that guesses made at the same moment count too,
 * and given back when the code was right: people who share an address (Tor, a library) are hindered
 * only when someone among them guesses.
 */
@Singleton
class CodeThrottle implements CodeGate {

  private static final int MOST_ADDRESSES = 100_000;

  /** Requests with a code that one site has under way at once; the places of all are 34. */
  private static final int AT_ONCE = 4;

  /** The same for the onion service: a quarter of all places. */
  private static final int ONION_AT_ONCE = 8;

  private final Cache<String, Bucket> guessesOf = cache();
  private final Cache<String, Semaphore> placesOf = cache();
  private final Origins origins;
  private final AddressPseudonyms addresses;
  private final AbuseLimits limits;

  CodeThrottle(Origins origins, AddressPseudonyms addresses, AbuseLimits limits) {
    this.origins = origins;
    this.addresses = addresses;
    this.limits = limits;
  }

  @Override
  public Turn guess(HttpServerRequest request) {
    Origin origin = origins.of(request);
    Semaphore places = places(origin, request);
    if (!places.tryAcquire()) {
      return new Refused(Admission.BUSY);
    }
    Bucket guesses = guesses(origin);
    if (!guesses.tryConsume(1)) {
      places.release();
      return new Refused(Admission.TOO_MANY_WRONG);
    }
    return new Admitted(places, () -> guesses.addTokens(1));
  }

  @Override
  public Turn known(HttpServerRequest request) {
    Semaphore places = places(origins.of(request), request);
    return places.tryAcquire() ? new Admitted(places, () -> {}) : new Refused(Admission.BUSY);
  }

  @Override
  public long secondsUntilForgiven() {
    return limits.wrongCodesPer().toSeconds();
  }

  /** Forgives everyone; for tests, which share an address. */
  void forget() {
    guessesOf.invalidateAll();
    placesOf.invalidateAll();
  }

  private Bucket guesses(Origin origin) {
    int most = origin.onion() ? limits.onionWrongCodes() : limits.wrongCodes();
    return guessesOf.get(
        origin.name(),
        name ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, limits.wrongCodesPer()))
                .build());
  }

  /** A household that has many IPv6 networks holds no more places than another. */
  private Semaphore places(Origin origin, HttpServerRequest request) {
    return origin.onion()
        ? placesOf.get(origin.name(), name -> new Semaphore(ONION_AT_ONCE))
        : placesOf.get(addresses.siteName(address(request)), name -> new Semaphore(AT_ONCE));
  }

  private static String address(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    return address == null ? "" : address;
  }

  private static <T> Cache<String, T> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_ADDRESSES)
        .expireAfterAccess(Duration.ofHours(1))
        .build();
  }

  private record Refused(Admission admission) implements Turn {

    @Override
    public void refund() {}

    @Override
    public void close() {}
  }

  /** Gives each thing back once, however often it is asked. */
  private static final class Admitted implements Turn {

    private final Semaphore places;
    private final Runnable refund;
    private final AtomicBoolean refunded = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    Admitted(Semaphore places, Runnable refund) {
      this.places = places;
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
        places.release();
      }
    }
  }
}

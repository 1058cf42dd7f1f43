package nl.uitweg.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.uitweg.page.CodeGate;

/**
 * Lets an address guess only so many codes. A guess is reserved before it is judged, so that
 * guesses made at the same moment count too, and given back when the code was right: people who
 * share an address (Tor, a library) are hindered only when someone among them guesses.
 */
@Singleton
class CodeThrottle implements CodeGate {

  private static final int MOST_ADDRESSES = 100_000;

  /** Requests with a code that one address has under way at once; the places of all are few. */
  private static final int AT_ONCE = 4;

  private final Cache<String, Visitor> visitors =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final Addresses addresses;
  private final AbuseLimits limits;

  CodeThrottle(Addresses addresses, AbuseLimits limits) {
    this.addresses = addresses;
    this.limits = limits;
  }

  /** What is counted of one address. */
  private record Visitor(Bucket guesses, Semaphore places) {}

  @Override
  public Turn guess(HttpServerRequest request) {
    return guess(address(request));
  }

  Turn guess(String address) {
    Visitor visitor = visitor(address);
    if (!visitor.places().tryAcquire()) {
      return new Refused(Verdict.BUSY);
    }
    if (!visitor.guesses().tryConsume(1)) {
      visitor.places().release();
      return new Refused(Verdict.TOO_MANY_WRONG);
    }
    return new Admitted(visitor.places(), () -> visitor.guesses().addTokens(1));
  }

  @Override
  public Turn known(HttpServerRequest request) {
    return known(address(request));
  }

  Turn known(String address) {
    Visitor visitor = visitor(address);
    return visitor.places().tryAcquire()
        ? new Admitted(visitor.places(), () -> {})
        : new Refused(Verdict.BUSY);
  }

  @Override
  public long secondsUntilForgiven() {
    return limits.wrongCodesPer().toSeconds();
  }

  /** Forgives everyone; for tests, which share an address. */
  void forget() {
    visitors.invalidateAll();
  }

  private static String address(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    return address == null ? "" : address;
  }

  private Visitor visitor(String address) {
    return visitors.get(
        addresses.name(address),
        name ->
            new Visitor(
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(limits.wrongCodes())
                                .refillGreedy(limits.wrongCodes(), limits.wrongCodesPer()))
                    .build(),
                new Semaphore(AT_ONCE)));
  }

  private record Refused(Verdict verdict) implements Turn {

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
    public Verdict verdict() {
      return Verdict.ADMITTED;
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

package nl.uitweg.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.uitweg.page.SendingGate;

/**
 * Slows a flood of reports down without hurting people: a token bucket per address, one for
 * everyone, and the age of the form. Who is too fast waits some seconds and is then let through;
 * nobody is refused, so that a person behind the address of a flooder (Tor, a library) arrives too.
 */
@Singleton
class WaitingGate implements SendingGate {

  /** Same words as the doubts of a report. */
  private static final String TRAPPED = "trapped";

  private static final String HURRIED = "hurried";
  private static final int MOST_ADDRESSES = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Bucket everyone;
  private final Addresses addresses;
  private final AbuseLimits limits;
  private final Vertx vertx;
  private final MeterRegistry meters;

  WaitingGate(Addresses addresses, AbuseLimits limits, Vertx vertx, MeterRegistry meters) {
    this.addresses = addresses;
    this.limits = limits;
    this.vertx = vertx;
    this.meters = meters;
    this.everyone = bucket(limits.allReports(), limits.allReportsPer());
    meters.gauge("uitweg.gate.waiting", waiting);
  }

  @Override
  public Turn turn(HttpServerRequest request, Duration age, boolean trapped) {
    List<String> doubts = new ArrayList<>();
    Duration wait = Duration.ZERO;
    if (trapped) {
      doubts.add(TRAPPED);
      wait = held("trap", limits.longestWait());
    }
    Duration tooYoung = limits.youngestForm().minus(age);
    if (tooYoung.compareTo(Duration.ZERO) > 0) {
      doubts.add(HURRIED);
      wait = longer(wait, held("age", tooYoung));
    }
    wait = longer(wait, until("address", bucket(request)));
    wait = longer(wait, until("everyone", everyone));
    wait = wait.compareTo(limits.longestWait()) > 0 ? limits.longestWait() : wait;
    return wait.isZero() ? new Turn(wait, doubts, false) : hold(wait, doubts);
  }

  private Turn hold(Duration wait, List<String> doubts) {
    if (waiting.incrementAndGet() > limits.mostWaiting()) {
      waiting.decrementAndGet();
      return new Turn(Duration.ZERO, doubts, true);
    }
    vertx.setTimer(Math.max(1, wait.toMillis()), timer -> waiting.decrementAndGet());
    return new Turn(wait, doubts, false);
  }

  private Duration until(String why, Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : held(why, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Counts why somebody waits, never who. */
  private Duration held(String why, Duration wait) {
    meters.counter("uitweg.gate.held", "why", why).increment();
    return wait;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Bucket bucket(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    return buckets.get(
        addresses.name(address == null ? "" : address),
        name -> bucket(limits.reports(), limits.reportsPer()));
  }

  private static Bucket bucket(int many, Duration per) {
    return Bucket.builder().addLimit(limit -> limit.capacity(many).refillGreedy(many, per)).build();
  }
}

package nl.uitweg.platform.abuse;

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
import nl.uitweg.platform.http.SendingGate;
import nl.uitweg.platform.limits.FairPlaces;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Share;

/**
 * Slows a flood of reports down without hurting people: a token bucket per address, one for the
 * onion service, one for everyone, and the age of the form. Who is too fast waits some seconds and
 * is then let through. Who is too fast for their own address takes nothing from everyone's bucket,
 * and nobody takes more than their share of the places in which reports wait.
 */
@Singleton
class WaitingGate implements SendingGate {

  /** Same words as the doubts of a report. */
  private static final String TRAPPED = "trapped";

  private static final String HURRIED = "hurried";
  private static final int MOST_ADDRESSES = 100_000;

  /** Of the places in which reports wait, those whose visitor is gone take at most this part. */
  private static final int DEPARTED_PART = 10;

  /** A place that nobody took up or gave back by then is free again. */
  private static final Duration UNANSWERED = Duration.ofMinutes(2);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final Bucket everyone;
  private final Bucket onion;

  /** Half the places are for reports without doubts: a machine in a hurry never fills those. */
  private final FairPlaces trusted;

  private final FairPlaces doubted;
  private final FairPlaces departed;
  private final KnownForms forms;
  private final AddressPseudonyms addresses;
  private final Origins origins;
  private final AbuseLimits limits;
  private final Vertx vertx;
  private final MeterRegistry meters;

  WaitingGate(
      AddressPseudonyms addresses,
      Origins origins,
      AbuseLimits limits,
      Vertx vertx,
      MeterRegistry meters) {
    this.addresses = addresses;
    this.origins = origins;
    this.limits = limits;
    this.vertx = vertx;
    this.meters = meters;
    this.everyone = bucket(limits.allReports(), limits.allReportsPer());
    this.onion = bucket(limits.onionReports(), limits.reportsPer());
    this.forms = new KnownForms(() -> bucket(limits.reports(), limits.reportsPer()));
    Share half = Share.of(limits.mostWaiting() / 2, limits.mostWaitingEach() / 2);
    this.trusted = new FairPlaces(half, FairPlaces.WhenFull.REFUSE);
    this.doubted = new FairPlaces(half, FairPlaces.WhenFull.REFUSE);
    this.departed =
        new FairPlaces(
            Share.of(
                limits.mostWaiting() / DEPARTED_PART, limits.mostWaitingEach() / DEPARTED_PART),
            FairPlaces.WhenFull.REPLACE_OLDEST);
    meters.gauge("uitweg.gate.waiting", this, gate -> gate.waiting());
  }

  private int waiting() {
    return trusted.taken() + doubted.taken();
  }

  @Override
  public Turn turn(HttpServerRequest request, Pressed pressed) {
    Origin origin = origins.of(request);
    String form = addresses.name("form " + pressed.form());
    List<String> doubts = new ArrayList<>();
    Duration wait = Duration.ZERO;
    if (pressed.trapped()) {
      doubts.add(TRAPPED);
      wait = held("trap", limits.longestWait());
    }
    Duration tooYoung = limits.youngestForm().minus(pressed.age());
    if (tooYoung.compareTo(Duration.ZERO) > 0) {
      doubts.add(HURRIED);
      wait = longer(wait, held("age", tooYoung));
    }
    KnownForms.Known known = forms.pressedAgain(form);
    if (known.stored()) {
      wait = Duration.ZERO;
    } else {
      wait = longer(wait, known.waits() ? known.remaining() : crowd(origin, doubts.isEmpty()));
    }
    wait = wait.compareTo(limits.longestWait()) > 0 ? limits.longestWait() : wait;
    WaitingPlace place =
        new WaitingPlace(origin, departed, (ended, stored) -> forms.ended(form, ended, stored));
    if (wait.isZero()) {
      return new Turn(wait, doubts, false, place);
    }
    boolean full = !place.takes(doubts.isEmpty() ? trusted : doubted);
    if (full) {
      held("full", wait);
    } else {
      forms.waits(form, place, wait);
      vertx.setTimer(wait.plus(UNANSWERED).toMillis(), late -> place.revoke());
    }
    return new Turn(full ? Duration.ZERO : wait, doubts, full, place);
  }

  /** How long the buckets make it wait; everyone's is spent only after the address's own. */
  private Duration crowd(Origin origin, boolean trustworthy) {
    if (origin.onion()) {
      return until("onion", onion);
    }
    Duration own = until("address", bucket(origin));
    return own.isZero() && trustworthy ? until("everyone", everyone) : own;
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

  private Bucket bucket(Origin origin) {
    return buckets.get(origin.name(), name -> bucket(limits.reports(), limits.reportsPer()));
  }

  private static Bucket bucket(int many, Duration per) {
    return Bucket.builder().addLimit(limit -> limit.capacity(many).refillGreedy(many, per)).build();
  }
}

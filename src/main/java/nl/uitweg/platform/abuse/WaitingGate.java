package nl.uitweg.platform.abuse;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import nl.uitweg.platform.http.SubmissionGate;
import nl.uitweg.platform.limits.FairSlotPool;
import nl.uitweg.platform.limits.Origins;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.Quota;

/**
 * Slows down a flood of reports without hindering people. Uses a token bucket per origin and per
 * network, one for all reports together, the age of the form, and a honeypot. A report over a limit
 * waits some seconds and is then sent, unless too many wait. A report that exceeds the bucket of
 * its origin or network takes no token from the bucket of all reports. No origin or network takes
 * more than its quota of the waiting slots.
 */
@Singleton
class WaitingGate implements SubmissionGate {

  /**
   * Reports whose visitor disconnected have slots of their own: the maximum number of waiting
   * reports divided by this number.
   */
  private static final int DISCONNECTED_DIVISOR = 10;

  /** Time after the end of the wait at which an unused slot is freed. */
  private static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

  private final OriginBuckets reports;
  private final Bucket allReports;

  /**
   * Half of the slots are reserved for reports without bot signs, so that a program cannot fill
   * them with forms that it sends too fast.
   */
  private final FairSlotPool withoutBotSigns;

  private final FairSlotPool withBotSigns;
  private final FairSlotPool disconnected;
  private final SubmittedForms forms;
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
    this.reports = new OriginBuckets(limits.reports(), limits.onionReports(), limits.reportsPer());
    this.allReports = OriginBuckets.bucket(limits.allReports(), limits.allReportsPer());
    this.forms =
        new SubmittedForms(() -> OriginBuckets.bucket(limits.reports(), limits.reportsPer()));
    Quota half = Quota.of(limits.maximumDelayed() / 2, limits.maximumDelayedPerAddress() / 2);
    this.withoutBotSigns = new FairSlotPool(half, FairSlotPool.WhenFull.REFUSE);
    this.withBotSigns = new FairSlotPool(half, FairSlotPool.WhenFull.REFUSE);
    this.disconnected =
        new FairSlotPool(
            Quota.of(
                limits.maximumDelayed() / DISCONNECTED_DIVISOR,
                limits.maximumDelayedPerAddress() / DISCONNECTED_DIVISOR),
            FairSlotPool.WhenFull.REPLACE_OLDEST);
    meters.gauge("uitweg.reports.waiting", this, gate -> gate.waiting());
  }

  private int waiting() {
    return withoutBotSigns.inUse() + withBotSigns.inUse();
  }

  @Override
  public Decision admit(HttpServerRequest request, Submission submission) {
    Origin origin = origins.of(request);
    String form = addresses.pseudonym("form " + submission.submissionKey());
    Set<BotSign> botSigns = EnumSet.noneOf(BotSign.class);
    Duration wait = Duration.ZERO;
    if (submission.honeypotFilled()) {
      botSigns.add(BotSign.HONEYPOT_FILLED);
      wait = countDelayed("honeypot", limits.maximumDelay());
    }
    Duration tooYoung = limits.minimumFormAge().minus(submission.formAge());
    if (tooYoung.compareTo(Duration.ZERO) > 0) {
      botSigns.add(BotSign.SENT_TOO_FAST);
      wait = longer(wait, countDelayed("age", tooYoung));
    }
    SubmittedForms.EarlierSubmission earlier = forms.replaceEarlier(form);
    if (earlier.stored()) {
      wait = Duration.ZERO;
    } else if (earlier.waiting()) {
      wait = earlier.remainingWait();
    } else {
      wait = longer(wait, bucketWait(origin, !botSigns.isEmpty()));
    }
    wait = wait.compareTo(limits.maximumDelay()) > 0 ? limits.maximumDelay() : wait;
    WaitingReport waitingReport =
        new WaitingReport(
            origin, disconnected, (report, stored) -> forms.end(form, report, stored));
    if (wait.isZero()) {
      return new Decision(wait, botSigns, false, waitingReport);
    }
    boolean full = !waitingReport.take(botSigns.isEmpty() ? withoutBotSigns : withBotSigns);
    if (full) {
      countDelayed("full", wait);
    } else {
      forms.startWaiting(form, waitingReport, wait);
      vertx.setTimer(wait.plus(ABANDONED_AFTER).toMillis(), late -> waitingReport.revoke());
    }
    return new Decision(full ? Duration.ZERO : wait, botSigns, full, waitingReport);
  }

  /**
   * Wait that the token buckets impose. A token of the bucket for all reports is taken only for a
   * report without bot signs whose origin has a token left, and never for the onion service.
   */
  private Duration bucketWait(Origin origin, boolean hasBotSigns) {
    Duration originWait = reports.take(origin);
    if (!originWait.isZero()) {
      return countDelayed(origin.onion() ? "onion" : "address", originWait);
    }
    if (origin.onion() || hasBotSigns) {
      return Duration.ZERO;
    }
    Duration wait = OriginBuckets.take(allReports);
    return wait.isZero() ? wait : countDelayed("everyone", wait);
  }

  /** Counts the reason of a wait, never the visitor. */
  private Duration countDelayed(String reason, Duration wait) {
    meters.counter("uitweg.reports.delayed", "reason", reason).increment();
    return wait;
  }

  private static Duration longer(Duration first, Duration second) {
    return first.compareTo(second) >= 0 ? first : second;
  }
}

package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.platform.http.SubmissionGate.BotSign;
import nl.uitweg.platform.http.SubmissionGate.Decision;
import nl.uitweg.platform.http.SubmissionGate.Submission;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which reports wait with the default limits. */
class WaitingGateTest {

  private static final Duration ORDINARY_FORM_AGE = Duration.ofMinutes(3);

  /** The default limits, read from the annotations. */
  private static final AbuseLimits LIMITS =
      (AbuseLimits)
          Proxy.newProxyInstance(
              AbuseLimits.class.getClassLoader(),
              new Class<?>[] {AbuseLimits.class},
              (proxy, method, arguments) -> {
                String value = method.getAnnotation(WithDefault.class).value();
                return method.getReturnType().equals(Duration.class)
                    ? DurationConverter.parseDuration(value)
                    : Integer.valueOf(value);
              });

  /** A request that fails on every call: the gate may pass it to {@code origins} only. */
  private static final HttpServerRequest REQUEST =
      (HttpServerRequest)
          Proxy.newProxyInstance(
              WaitingGateTest.class.getClassLoader(),
              new Class<?>[] {HttpServerRequest.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private static final Vertx VERTX = Vertx.vertx();

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Origin from = new Origin("nobody", false);
  private int forms;

  /** Keeps the gate under test reachable, because its gauge holds a weak reference. */
  private final List<WaitingGate> gates = new ArrayList<>();

  @AfterAll
  static void stopTimers() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  private WaitingGate gate() {
    gates.add(new WaitingGate(addresses, request -> from, LIMITS, VERTX, meters));
    return gates.get(gates.size() - 1);
  }

  @Test
  void leavesRoomForOthersWhenAnAddressFillsItsQuota() {
    WaitingGate gate = gate();
    List<Decision> flood = submit(gate, "attacker", 1_000);
    assertThat(flood).filteredOn(decision -> !decision.full()).hasSize(LIMITS.reports() + 50);
    assertThat(flood.get(999).full()).isTrue();
    assertThat(submit(gate, "person", 1)).noneMatch(Decision::full);
  }

  @Test
  void takesNothingFromTheCommonBucketForAnAddressOverItsLimit() {
    WaitingGate gate = gate();
    submit(gate, "attacker", 1_000);
    List<Decision> people =
        IntStream.range(0, 100).mapToObj(i -> submit(gate, "person " + i, 1).get(0)).toList();
    assertThat(people).allMatch(decision -> decision.delay().isZero());
  }

  @Test
  void holdsOneSlotForAFormSentAgainWhileItWaits() {
    WaitingGate gate = gate();
    submit(gate, "attacker", LIMITS.reports());
    List<String> revoked = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Decision decision = gate.admit(REQUEST, new Submission("one form", ORDINARY_FORM_AGE, false));
      assertThat(decision.full()).isFalse();
      assertThat(decision.delay()).isPositive().isLessThanOrEqualTo(LIMITS.maximumDelay());
      decision.waiting().onRevoked(() -> revoked.add("earlier"));
    }
    assertThat(waiting()).isEqualTo(1);
    assertThat(revoked).hasSize(999);
    assertThat(meters.counter("uitweg.reports.delayed", "reason", "address").count()).isEqualTo(1);
  }

  @Test
  void answersAStoredFormWithoutDelay() {
    WaitingGate gate = gate();
    Submission submission = new Submission("stored", ORDINARY_FORM_AGE, false);
    from = new Origin("person", false);
    gate.admit(REQUEST, submission).waiting().end(true);
    submit(gate, "person", LIMITS.reports());
    assertThat(gate.admit(REQUEST, submission).delay()).isZero();
    IntStream.range(0, 100).forEach(i -> gate.admit(REQUEST, submission));
    assertThat(gate.admit(REQUEST, submission).delay())
        .as("after a hundred repetitions")
        .isPositive();
    assertThat(submit(gate, "other", 1).get(0).delay()).isZero();
  }

  @Test
  void keepsReportsOfDisconnectedVisitorsWhileThereIsRoom() {
    WaitingGate gate = gate();
    submit(gate, "attacker", LIMITS.reports());
    List<Integer> dropped = new ArrayList<>();
    List<Decision> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      Decision decision = submit(gate, "attacker", 1).get(0);
      assertThat(decision.full()).isFalse();
      decision.waiting().onRevoked(() -> dropped.add(number));
      decision.waiting().visitorDisconnected();
      all.add(decision);
    }
    assertThat(waiting()).isZero();
    assertThat(dropped).hasSize(990);
    assertThat(all.get(0).waiting().begin()).as("dropped").isFalse();
    assertThat(all.get(999).waiting().begin()).as("still waiting").isTrue();
  }

  @Test
  void freesTheSlotAfterTheReportWasStored() {
    WaitingGate gate = gate();
    submit(gate, "attacker", LIMITS.reports());
    for (int i = 0; i < 1_000; i++) {
      Decision decision = submit(gate, "attacker", 1).get(0);
      assertThat(decision.full()).isFalse();
      assertThat(decision.waiting().begin()).isTrue();
      decision.waiting().end(true);
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void countsTheOnionServiceInABucketOfItsOwn() {
    WaitingGate gate = gate();
    from = new Origin("onion", true);
    List<Decision> onionVisitors = IntStream.range(0, 1_000).mapToObj(i -> submit(gate)).toList();
    assertThat(onionVisitors)
        .filteredOn(decision -> decision.delay().isZero() && !decision.full())
        .hasSize(60);
    List<Decision> people =
        IntStream.range(0, 100).mapToObj(i -> submit(gate, "person " + i, 1).get(0)).toList();
    assertThat(people).allMatch(decision -> decision.delay().isZero());
  }

  @Test
  void leavesRoomForPeopleBehindTheAddressOfAutomatedSenders() {
    WaitingGate gate = gate();
    from = new Origin("shared", false);
    for (int i = 0; i < 1_000; i++) {
      gate.admit(REQUEST, new Submission("too fast " + i, Duration.ZERO, false));
      gate.admit(REQUEST, new Submission("honeypot " + i, ORDINARY_FORM_AGE, true));
    }
    assertThat(submit(gate, "shared", 20)).noneMatch(Decision::full);
  }

  @Test
  void delaysPeopleBrieflyDuringAFloodFromManyAddresses() {
    System.out.printf(
        "%-10s %-26s %5s %5s %9s%n", "attackers", "people", "full", "wait", "longest");
    for (int attackers : new int[] {1, 100}) {
      WaitingGate gate = gate();
      for (int i = 0; i < attackers; i++) {
        submit(gate, "attacker " + i, 200);
      }
      List<Decision> elsewhere =
          IntStream.range(0, 10).mapToObj(i -> submit(gate, "person " + i, 1).get(0)).toList();
      List<Decision> behind =
          IntStream.range(0, 10).mapToObj(i -> submit(gate, "attacker 0", 1).get(0)).toList();
      print(attackers, "addresses of their own", elsewhere);
      print(attackers, "behind an attacker's", behind);
      assertThat(elsewhere)
          .allMatch(
              decision ->
                  !decision.full() && decision.delay().compareTo(LIMITS.maximumDelay()) <= 0);
    }
  }

  @Test
  void leavesRoomForOthersWhenTheNetworksOfOneIpv6CustomerFillTheirShare() {
    WaitingGate gate = gate();
    List<Decision> flood = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 1_000; i++) {
        from = addresses.origin("2001:db8:1:%x::1".formatted(i * 257 % 65_536));
        flood.add(submit(gate));
      }
    }
    assertThat(flood)
        .as("four times the reports and waiting reports of one address")
        .filteredOn(decision -> !decision.full())
        .hasSize(4 * (LIMITS.reports() + 50));
    from = addresses.origin("2001:db8:2::1");
    assertThat(submit(gate).delay()).as("another customer").isZero();
    assertThat(submit(gate, "person", 1).get(0).delay()).isZero();
  }

  @Test
  void delaysAFilledHoneypotAndAFormThatWasSentTooFast() {
    WaitingGate gate = gate();
    Decision honeypot = gate.admit(REQUEST, new Submission("a", ORDINARY_FORM_AGE, true));
    assertThat(honeypot.delay()).isEqualTo(LIMITS.maximumDelay());
    assertThat(honeypot.botSigns()).containsExactly(BotSign.HONEYPOT_FILLED);
    Decision fast = gate.admit(REQUEST, new Submission("b", Duration.ofSeconds(4), false));
    assertThat(fast.delay()).isEqualTo(LIMITS.minimumFormAge().minusSeconds(4));
    assertThat(fast.botSigns()).containsExactly(BotSign.SENT_TOO_FAST);
    Decision both = gate.admit(REQUEST, new Submission("c", Duration.ZERO, true));
    assertThat(both.delay()).isEqualTo(LIMITS.maximumDelay());
    assertThat(both.botSigns()).hasSize(2);
    Decision oldEnough = gate.admit(REQUEST, new Submission("d", LIMITS.minimumFormAge(), false));
    assertThat(oldEnough.delay()).isZero();
    assertThat(oldEnough.botSigns()).isEmpty();
    assertThat(oldEnough.full()).isFalse();
    assertThat(delayed("honeypot")).isEqualTo(2);
    assertThat(delayed("age")).isEqualTo(2);
    assertThat(waiting()).as("those with and without bot signs").isEqualTo(3);
  }

  @Test
  void delaysEveryoneWhenAllReportsTogetherExceedTheirLimit() {
    WaitingGate gate = gate();
    IntStream.range(0, LIMITS.allReports() + 5).forEach(i -> submit(gate, "person " + i, 1));
    assertThat(submit(gate, "one more", 1).get(0).delay()).isPositive();
    assertThat(delayed("everyone")).isPositive();
    assertThat(delayed("address")).isZero();
    from = new Origin("onion", true);
    assertThat(submit(gate).delay()).as("the onion service has its own bucket").isZero();
  }

  @Test
  void countsReportsThatAreNotSentBecauseTooManyWait() {
    WaitingGate gate = gate();
    List<Decision> flood = submit(gate, "attacker", 1_000);
    Decision refused = flood.get(999);
    assertThat(refused.full()).isTrue();
    assertThat(refused.delay()).as("nothing to wait for").isZero();
    assertThat(delayed("full"))
        .isEqualTo(flood.stream().filter(Decision::full).count())
        .isPositive();
    from = new Origin("onion", true);
    IntStream.range(0, LIMITS.onionReports() + 1).forEach(i -> submit(gate));
    assertThat(delayed("onion")).isEqualTo(1);
  }

  private long delayed(String reason) {
    return (long) meters.counter("uitweg.reports.delayed", "reason", reason).count();
  }

  private static void print(int attackers, String who, List<Decision> decisions) {
    Stream<Duration> waits =
        decisions.stream().filter(decision -> !decision.full()).map(Decision::delay);
    System.out.printf(
        "%-10d %-26s %5d %5d %7d s%n",
        attackers,
        who,
        decisions.stream().filter(Decision::full).count(),
        decisions.stream().filter(decision -> !decision.delay().isZero()).count(),
        waits.mapToLong(Duration::toSeconds).max().orElse(0));
  }

  private List<Decision> submit(WaitingGate gate, String origin, int times) {
    from = new Origin(origin, false);
    return IntStream.range(0, times).mapToObj(i -> submit(gate)).toList();
  }

  private Decision submit(WaitingGate gate) {
    return gate.admit(REQUEST, new Submission("form " + forms++, ORDINARY_FORM_AGE, false));
  }

  private double waiting() {
    return meters.get("uitweg.reports.waiting").gauge().value();
  }
}

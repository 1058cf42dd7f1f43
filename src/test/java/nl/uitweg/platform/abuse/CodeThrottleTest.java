package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.platform.http.CodeGate.Admission;
import nl.uitweg.platform.http.CodeGate.Attempt;
import nl.uitweg.testsupport.StubRequest;
import org.junit.jupiter.api.Test;

class CodeThrottleTest {

  private static final String GUESSER = "192.0.2.1";
  private static final String OTHER = "192.0.2.2";

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());
  private final CodeThrottle throttle =
      new CodeThrottle(new RequestOrigins(addresses), limits(3, Duration.ofDays(100)));

  @Test
  void refusesOnlyTheAddressThatExceedsItsWrongCodes() {
    for (int i = 0; i < 3; i++) {
      assertThat(guess(GUESSER)).isEqualTo(Admission.ADMITTED);
    }
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void countsAGuessBeforeTheCodeIsChecked() {
    List<Attempt> inProgress =
        Stream.generate(() -> throttle.guess(StubRequest.from(GUESSER).request()))
            .limit(4)
            .toList();
    assertThat(inProgress.stream().map(Attempt::admission))
        .containsExactly(
            Admission.ADMITTED,
            Admission.ADMITTED,
            Admission.ADMITTED,
            Admission.TOO_MANY_WRONG_CODES);
    inProgress.forEach(Attempt::close);
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
  }

  @Test
  void refundsAGuessOnceWhenTheCodeWasRight() {
    for (int i = 0; i < 20; i++) {
      try (Attempt attempt = throttle.guess(StubRequest.from(GUESSER).request())) {
        assertThat(attempt.admission()).isEqualTo(Admission.ADMITTED);
        attempt.refund();
        attempt.refund();
      }
    }
    guess(GUESSER);
    guess(GUESSER);
    guess(GUESSER);
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
  }

  @Test
  void refundsEveryRightCodeOfAnAddress() {
    for (int i = 0; i < 20; i++) {
      try (Attempt attempt = throttle.guess(StubRequest.from(GUESSER).request())) {
        assertThat(attempt.admission()).isEqualTo(Admission.ADMITTED);
        attempt.refund();
      }
    }
  }

  @Test
  void limitsConcurrentRequestsOfAnAddress() {
    List<Attempt> inProgress = new ArrayList<>();
    while (inProgress.isEmpty()
        || inProgress.get(inProgress.size() - 1).admission() == Admission.ADMITTED) {
      inProgress.add(throttle.knownCode(StubRequest.from(GUESSER).request()));
      assertThat(inProgress).hasSizeLessThan(10);
    }
    assertThat(inProgress.get(inProgress.size() - 1).admission()).isEqualTo(Admission.BUSY);
    assertThat(guess(GUESSER)).isEqualTo(Admission.BUSY);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
    inProgress.forEach(Attempt::close);
    inProgress.forEach(Attempt::close);
    assertThat(guess(GUESSER))
        .as("a refusal because of load is not counted as a guess")
        .isEqualTo(Admission.ADMITTED);
  }

  @Test
  void countsTheOnionServiceSeparatelyWithAHigherLimit() {
    for (int i = 0; i < 30; i++) {
      assertThat(guess(onion())).as("guess %s", i).isEqualTo(Admission.ADMITTED);
    }
    assertThat(guess(onion())).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess("127.0.0.1")).as("another host").isEqualTo(Admission.ADMITTED);
    assertThat(guess(StubRequest.from(GUESSER).host("uitweg.onion").request()))
        .as("the host name alone does not make it the onion service")
        .isEqualTo(Admission.ADMITTED);
  }

  @Test
  void givesTheOnionServiceAQuarterOfTheSlots() {
    List<Attempt> inProgress = Stream.generate(() -> throttle.knownCode(onion())).limit(9).toList();
    assertThat(inProgress.stream().filter(attempt -> attempt.admission() == Admission.ADMITTED))
        .hasSize(8);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
    inProgress.forEach(Attempt::close);
  }

  @Test
  void givesAnIpv6HouseholdTheSlotsOfOneAddress() {
    List<Attempt> inProgress =
        IntStream.range(0, 4)
            .mapToObj(
                i -> throttle.knownCode(StubRequest.from("2001:db8:1:" + i + "::1").request()))
            .toList();
    assertThat(inProgress.stream().map(Attempt::admission)).containsOnly(Admission.ADMITTED);
    assertThat(guess("2001:db8:1:ff::1")).isEqualTo(Admission.BUSY);
    assertThat(guess("2001:db8:1:100::1")).as("another household").isEqualTo(Admission.ADMITTED);
    inProgress.forEach(Attempt::close);
    assertThat(guess("2001:db8:1:ff::1")).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void givesAnIpv6HouseholdTheWrongCodesOfOneAddress() {
    for (int i = 0; i < 3; i++) {
      assertThat(guess("2001:db8:1:" + i + "::1")).isEqualTo(Admission.ADMITTED);
    }
    assertThat(guess("2001:db8:1:ff::1")).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess("2001:db8:1:100::1")).as("another household").isEqualTo(Admission.ADMITTED);
  }

  @Test
  void givesAnIpv6CustomerTheWrongCodesOfFourAddresses() {
    List<Admission> admissions = manyNetworksOfOneCustomer().map(this::guess).toList();
    assertThat(admissions.subList(0, 12)).containsOnly(Admission.ADMITTED);
    assertThat(admissions.subList(12, 1_000)).containsOnly(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess("2001:db8:2::1")).as("another customer").isEqualTo(Admission.ADMITTED);
  }

  @Test
  void givesAnIpv6CustomerAQuarterOfTheSlots() {
    List<Attempt> inProgress =
        manyNetworksOfOneCustomer()
            .map(address -> throttle.knownCode(StubRequest.from(address).request()))
            .toList();
    assertThat(inProgress.stream().filter(attempt -> attempt.admission() == Admission.ADMITTED))
        .hasSize(8);
    assertThat(guess("2001:db8:2::1")).as("another customer").isEqualTo(Admission.ADMITTED);
    inProgress.forEach(Attempt::close);
    assertThat(guess("2001:db8:1::1")).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void keepsTheSlotsOfAHouseholdWhoseNetworkWasFull() {
    List<Attempt> others =
        Stream.of("2001:db8:1:100::1", "2001:db8:1:200::1")
            .flatMap(address -> fourKnownCodes(address).stream())
            .toList();
    assertThat(others.stream().map(Attempt::admission)).containsOnly(Admission.ADMITTED);
    assertThat(fourKnownCodes("2001:db8:1:300::1").stream().map(Attempt::admission))
        .containsOnly(Admission.BUSY);
    others.forEach(Attempt::close);
    assertThat(fourKnownCodes("2001:db8:1:300::1").stream().map(Attempt::admission))
        .containsOnly(Admission.ADMITTED);
  }

  private List<Attempt> fourKnownCodes(String address) {
    return Stream.generate(() -> throttle.knownCode(StubRequest.from(address).request()))
        .limit(4)
        .toList();
  }

  /** Addresses in 1,000 /64 networks of one /48; the first 256 are in different /56 networks. */
  private static Stream<String> manyNetworksOfOneCustomer() {
    return IntStream.range(0, 1_000).mapToObj(i -> "2001:db8:1:%x::1".formatted(i * 257 % 65_536));
  }

  @Test
  void tellsWhenToTryAgainAndForgetsEverythingWhenReset() {
    assertThat(throttle.retryAfterSeconds()).isEqualTo(Duration.ofDays(100).toSeconds());
    for (int i = 0; i < 4; i++) {
      guess(GUESSER);
      throttle.knownCode(StubRequest.from(OTHER).request());
    }
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess(OTHER)).isEqualTo(Admission.BUSY);
    throttle.reset();
    assertThat(guess(GUESSER)).isEqualTo(Admission.ADMITTED);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
  }

  private static HttpServerRequest onion() {
    return StubRequest.from("127.0.0.1").host("uitweg.onion").request();
  }

  private Admission guess(String address) {
    return guess(StubRequest.from(address).request());
  }

  private Admission guess(HttpServerRequest request) {
    try (Attempt attempt = throttle.guess(request)) {
      return attempt.admission();
    }
  }

  private static AbuseLimits limits(int wrongCodes, Duration per) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(AbuseLimits.class)
        .withDefaultValue("portal.abuse.wrong-codes", Integer.toString(wrongCodes))
        .withDefaultValue("portal.abuse.onion-wrong-codes", Integer.toString(10 * wrongCodes))
        .withDefaultValue("portal.abuse.wrong-codes-per", per.toString())
        .build()
        .getConfigMapping(AbuseLimits.class);
  }
}

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
import org.junit.jupiter.api.Test;

class CodeThrottleTest {

  private static final String GUESSER = "192.0.2.1";
  private static final String OTHER = "192.0.2.2";

  private final AddressPseudonyms addresses = new AddressPseudonyms(Clock.systemUTC());
  private final CodeThrottle throttle =
      new CodeThrottle(new RequestOrigins(addresses), addresses, limits(3, Duration.ofDays(100)));

  @Test
  void stopsAnAddressAfterItsWrongCodesAndNoOther() {
    for (int i = 0; i < 3; i++) {
      assertThat(guess(GUESSER)).isEqualTo(Admission.ADMITTED);
    }
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void countsAGuessBeforeItIsJudged() {
    List<Attempt> underWay =
        Stream.generate(() -> throttle.guess(FakeRequests.from(GUESSER))).limit(4).toList();
    assertThat(underWay.stream().map(Attempt::admission))
        .containsExactly(
            Admission.ADMITTED, Admission.ADMITTED, Admission.ADMITTED, Admission.TOO_MANY_WRONG_CODES);
    underWay.forEach(Attempt::close);
    assertThat(guess(GUESSER)).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
  }

  @Test
  void givesTheGuessBackOnceWhenTheCodeWasNotWrong() {
    for (int i = 0; i < 20; i++) {
      try (Attempt attempt = throttle.guess(FakeRequests.from(GUESSER))) {
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
  void boundsWhatAnAddressHasUnderWay() {
    List<Attempt> underWay = new ArrayList<>();
    while (underWay.isEmpty()
        || underWay.get(underWay.size() - 1).admission() == Admission.ADMITTED) {
      underWay.add(throttle.knownCode(FakeRequests.from(GUESSER)));
      assertThat(underWay).hasSizeLessThan(10);
    }
    assertThat(underWay.get(underWay.size() - 1).admission()).isEqualTo(Admission.BUSY);
    assertThat(guess(GUESSER)).isEqualTo(Admission.BUSY);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
    underWay.forEach(Attempt::close);
    underWay.forEach(Attempt::close);
    assertThat(guess(GUESSER)).as("busy was no guess").isEqualTo(Admission.ADMITTED);
  }

  @Test
  void letsTheOnionServiceGuessFarMoreAndCountsItApart() {
    for (int i = 0; i < 30; i++) {
      assertThat(guess(onion())).as("guess %s", i).isEqualTo(Admission.ADMITTED);
    }
    assertThat(guess(onion())).isEqualTo(Admission.TOO_MANY_WRONG_CODES);
    assertThat(guess("127.0.0.1")).as("another host").isEqualTo(Admission.ADMITTED);
    assertThat(guess(FakeRequests.from(GUESSER, "uitweg.onion")))
        .as("the name of the host alone is not enough")
        .isEqualTo(Admission.ADMITTED);
  }

  @Test
  void givesTheOnionServiceAQuarterOfThePlaces() {
    List<Attempt> underWay = Stream.generate(() -> throttle.knownCode(onion())).limit(9).toList();
    assertThat(underWay.stream().filter(attempt -> attempt.admission() == Admission.ADMITTED)).hasSize(8);
    assertThat(guess(OTHER)).isEqualTo(Admission.ADMITTED);
    underWay.forEach(Attempt::close);
  }

  @Test
  void givesAHouseholdWithManyNetworksThePlacesOfOne() {
    List<Attempt> underWay =
        IntStream.range(0, 4)
            .mapToObj(i -> throttle.knownCode(FakeRequests.from("2001:db8:1:" + i + "::1")))
            .toList();
    assertThat(underWay.stream().map(Attempt::admission)).containsOnly(Admission.ADMITTED);
    assertThat(guess("2001:db8:1:ff::1")).isEqualTo(Admission.BUSY);
    assertThat(guess("2001:db8:1:100::1")).as("another household").isEqualTo(Admission.ADMITTED);
    underWay.forEach(Attempt::close);
    assertThat(guess("2001:db8:1:ff::1")).isEqualTo(Admission.ADMITTED);
  }

  private static HttpServerRequest onion() {
    return FakeRequests.from("127.0.0.1", "uitweg.onion");
  }

  private Admission guess(String address) {
    return guess(FakeRequests.from(address));
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

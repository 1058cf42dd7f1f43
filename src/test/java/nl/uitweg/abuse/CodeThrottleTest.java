package nl.uitweg.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.page.CodeGate.Turn;
import nl.uitweg.page.CodeGate.Verdict;
import org.junit.jupiter.api.Test;

class CodeThrottleTest {

  private static final String GUESSER = "192.0.2.1";
  private static final String OTHER = "192.0.2.2";

  private final CodeThrottle throttle =
      new CodeThrottle(new Addresses(Clock.systemUTC()), limits(3, Duration.ofDays(100)));

  @Test
  void stopsAnAddressAfterItsWrongCodesAndNoOther() {
    for (int i = 0; i < 3; i++) {
      assertThat(guess(GUESSER)).isEqualTo(Verdict.ADMITTED);
    }
    assertThat(guess(GUESSER)).isEqualTo(Verdict.TOO_MANY_WRONG);
    assertThat(guess(OTHER)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void countsAGuessBeforeItIsJudged() {
    List<Turn> underWay = Stream.generate(() -> throttle.guess(GUESSER)).limit(4).toList();
    assertThat(underWay.stream().map(Turn::verdict))
        .containsExactly(
            Verdict.ADMITTED, Verdict.ADMITTED, Verdict.ADMITTED, Verdict.TOO_MANY_WRONG);
    underWay.forEach(Turn::close);
    assertThat(guess(GUESSER)).isEqualTo(Verdict.TOO_MANY_WRONG);
  }

  @Test
  void givesTheGuessBackOnceWhenTheCodeWasNotWrong() {
    for (int i = 0; i < 20; i++) {
      try (Turn turn = throttle.guess(GUESSER)) {
        assertThat(turn.verdict()).isEqualTo(Verdict.ADMITTED);
        turn.refund();
        turn.refund();
      }
    }
    guess(GUESSER);
    guess(GUESSER);
    guess(GUESSER);
    assertThat(guess(GUESSER)).isEqualTo(Verdict.TOO_MANY_WRONG);
  }

  @Test
  void boundsWhatAnAddressHasUnderWay() {
    List<Turn> underWay = new ArrayList<>();
    while (underWay.isEmpty() || underWay.get(underWay.size() - 1).verdict() == Verdict.ADMITTED) {
      underWay.add(throttle.known(GUESSER));
      assertThat(underWay).hasSizeLessThan(10);
    }
    assertThat(underWay.get(underWay.size() - 1).verdict()).isEqualTo(Verdict.BUSY);
    assertThat(guess(GUESSER)).isEqualTo(Verdict.BUSY);
    assertThat(guess(OTHER)).isEqualTo(Verdict.ADMITTED);
    underWay.forEach(Turn::close);
    underWay.forEach(Turn::close);
    assertThat(guess(GUESSER)).as("busy was no guess").isEqualTo(Verdict.ADMITTED);
  }

  private Verdict guess(String address) {
    try (Turn turn = throttle.guess(address)) {
      return turn.verdict();
    }
  }

  private static AbuseLimits limits(int wrongCodes, Duration per) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(AbuseLimits.class)
        .withDefaultValue("portal.abuse.wrong-codes", Integer.toString(wrongCodes))
        .withDefaultValue("portal.abuse.wrong-codes-per", per.toString())
        .build()
        .getConfigMapping(AbuseLimits.class);
  }
}

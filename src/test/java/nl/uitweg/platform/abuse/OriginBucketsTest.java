package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;
import org.junit.jupiter.api.Test;

class OriginBucketsTest {

  private static final Origin PERSON = new Origin("person", false);
  private static final Duration PERIOD = Duration.ofDays(100);

  private final OriginBuckets buckets = new OriginBuckets(2, 5, PERIOD);

  @Test
  void saysHowLongAnOriginWithoutTokensWaits() {
    assertThat(buckets.take(PERSON)).isZero();
    assertThat(buckets.take(PERSON)).isZero();
    assertThat(buckets.take(PERSON))
        .isGreaterThan(Duration.ofDays(49))
        .isLessThanOrEqualTo(Duration.ofDays(50));
  }

  @Test
  void saysHowLongAnOriginOfANetworkWithoutTokensWaits() {
    for (int i = 0; i < 8; i++) {
      assertThat(buckets.take(inNetwork(i))).isZero();
    }
    assertThat(buckets.take(inNetwork(8)))
        .isGreaterThan(Duration.ofDays(12))
        .isLessThanOrEqualTo(Duration.ofDays(13));
  }

  @Test
  void takesNoTokenFromAnOriginWhoseNetworkHasNone() {
    for (int i = 0; i < 8; i++) {
      buckets.take(inNetwork(i));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.take(inNetwork(9))).isPositive();
    }
    buckets.giveBack(inNetwork(0));
    buckets.giveBack(inNetwork(1));
    assertThat(buckets.take(inNetwork(9))).isZero();
    assertThat(buckets.take(inNetwork(9))).isZero();
    assertThat(buckets.take(inNetwork(9))).isPositive();
  }

  @Test
  void saysWhetherBothBucketsHaveATokenWithoutTakingOne() {
    assertThat(buckets.hasTokens(PERSON)).isTrue();
    buckets.take(PERSON);
    assertThat(buckets.hasTokens(PERSON)).isTrue();
    buckets.take(PERSON);
    assertThat(buckets.hasTokens(PERSON)).as("none of the origin").isFalse();
    for (int i = 0; i < 8; i++) {
      assertThat(buckets.hasTokens(inNetwork(9))).isTrue();
      buckets.take(inNetwork(i));
    }
    assertThat(buckets.hasTokens(inNetwork(9))).as("none of the network").isFalse();
  }

  @Test
  void countsTheOnionServiceByItsOwnCapacity() {
    Origin onion = new Origin("onion", true);
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.take(onion)).isZero();
    }
    assertThat(buckets.take(onion)).isPositive();
    assertThat(buckets.take(PERSON)).isZero();
  }

  @Test
  void givesBackAndResets() {
    buckets.take(PERSON);
    buckets.take(PERSON);
    buckets.giveBack(PERSON);
    assertThat(buckets.take(PERSON)).isZero();
    assertThat(buckets.take(PERSON)).isPositive();
    for (int i = 0; i < 8; i++) {
      buckets.take(inNetwork(i));
    }
    buckets.reset();
    assertThat(buckets.take(PERSON)).isZero();
    assertThat(buckets.take(inNetwork(9))).isZero();
  }

  private static Origin inNetwork(int number) {
    return new Origin("household " + number, "customer", false);
  }
}

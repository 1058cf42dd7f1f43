package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.ProcessorTime;
import nl.uitweg.platform.limits.Quota;
import org.junit.jupiter.api.Test;

class ImageTimeTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ProcessorTime time = ImageTimes.of(LIMIT);

  @Test
  void isLeftUntilOriginUsedIt() {
    Origin origin = new Origin("one", false);
    time.use(origin, LIMIT.minusSeconds(1));
    assertThat(time.isLeft(origin)).isTrue();
    time.use(origin, LIMIT);
    assertThat(time.isLeft(origin)).isFalse();
    assertThat(time.isLeft(new Origin("another", false))).isTrue();
  }

  @Test
  void originsOfOneNetworkShareLimit() {
    for (int i = 0; i < Quota.NETWORK_FACTOR; i++) {
      time.use(new Origin("origin " + i, "network", false), LIMIT);
    }
    assertThat(time.isLeft(new Origin("a fresh origin", "network", false))).isFalse();
    assertThat(time.isLeft(new Origin("a fresh origin", "another network", false))).isTrue();
  }

  @Test
  void onionServiceHasLimitOfItsOwn() {
    Origin onion = new Origin("onion", true);
    time.use(onion, LIMIT.multipliedBy(2).minusSeconds(1));
    assertThat(time.isLeft(onion)).isTrue();
    time.use(onion, LIMIT);
    assertThat(time.isLeft(onion)).isFalse();
  }

  @Test
  void imageThatCostNothingUsesNothing() {
    Origin origin = new Origin("one", false);
    time.use(origin, Duration.ZERO);
    assertThat(time.isLeft(origin)).isTrue();
  }
}

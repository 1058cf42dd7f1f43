package nl.uitweg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxTest {

  @Test
  void retryDelayDoublesUpToOneHour() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(Outbox.retryDelay(1, minute)).isEqualTo(minute);
    assertThat(Outbox.retryDelay(4, minute)).isEqualTo(Duration.ofMinutes(8));
    assertThat(Outbox.retryDelay(500, minute)).isEqualTo(Duration.ofHours(1));
  }
}

package nl.uitweg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxTest {

  @Test
  void a_mail_server_that_stays_down_is_asked_less_and_less_but_every_hour() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(Outbox.waitAfter(1, minute)).isEqualTo(minute);
    assertThat(Outbox.waitAfter(4, minute)).isEqualTo(Duration.ofMinutes(8));
    assertThat(Outbox.waitAfter(500, minute)).isEqualTo(Duration.ofHours(1));
  }
}

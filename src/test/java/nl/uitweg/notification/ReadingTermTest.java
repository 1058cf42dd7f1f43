package nl.uitweg.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadingTermTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @Test
  void a_report_of_friday_may_wait_until_the_end_of_monday() {
    assertThat(ReadingTerm.lastDay(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(ReadingTerm.passed(FRIDAY, 1, LocalDate.of(2026, 11, 23))).isFalse();
    assertThat(ReadingTerm.passed(FRIDAY, 1, LocalDate.of(2026, 11, 24))).isTrue();
  }

  @Test
  void a_report_of_saturday_as_well() {
    assertThat(ReadingTerm.lastDay(FRIDAY.plusDays(1), 1)).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void a_mail_server_that_stays_down_is_asked_less_and_less_but_every_hour() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(Outbox.waitAfter(1, minute)).isEqualTo(minute);
    assertThat(Outbox.waitAfter(4, minute)).isEqualTo(Duration.ofMinutes(8));
    assertThat(Outbox.waitAfter(500, minute)).isEqualTo(Duration.ofHours(1));
  }
}

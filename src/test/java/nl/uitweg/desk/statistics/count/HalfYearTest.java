package nl.uitweg.desk.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HalfYearTest {

  private final HalfYear half = new HalfYear(2026, 2);

  @Test
  void hasOnlyMonthsThatHaveBegun() {
    assertThat(half.months(LocalDate.of(2026, 7, 1))).containsExactly("2026-07");
    assertThat(half.months(LocalDate.of(2026, 9, 30)))
        .containsExactly("2026-07", "2026-08", "2026-09");
    assertThat(half.months(LocalDate.of(2027, 1, 1))).hasSize(6).endsWith("2026-12");
  }
}

package nl.uitweg.desk.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTermTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @Test
  void countsWorkingDays() {
    LocalDate deadline = FRIDAY.plusDays(5); // three working days
    assertThat(term(FRIDAY, deadline)).isEqualTo(ReadingTerm.WORKING_DAY);
    assertThat(term(FRIDAY.plusDays(3), deadline)).isEqualTo(ReadingTerm.WORKING_DAY);
    assertThat(term(FRIDAY.plusDays(4), deadline)).isEqualTo(ReadingTerm.DEADLINE);
    assertThat(term(FRIDAY.plusDays(5), deadline)).isEqualTo(ReadingTerm.DEADLINE);
    assertThat(term(FRIDAY.plusDays(6), deadline)).isEqualTo(ReadingTerm.LATER);
    assertThat(ReadingTerm.of(FRIDAY, Optional.empty(), deadline)).isEqualTo(ReadingTerm.NOT_YET);
  }

  private static ReadingTerm term(LocalDate readOn, LocalDate deadline) {
    return ReadingTerm.of(FRIDAY, Optional.of(readOn), deadline);
  }
}

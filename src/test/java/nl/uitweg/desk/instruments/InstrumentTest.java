package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For which reports an instrument is suitable. */
class InstrumentTest {

  private static final Instrument CLOSING =
      new Instrument(
          "closing",
          "mayor",
          List.of(new Instrument.Article("Act, article 1")),
          List.of("criminal"),
          List.of("criminal.drugs-stolen-goods"),
          Optional.of(true));

  @Test
  void ranksIndicatorAboveForm() {
    int byIndicator = CLOSING.suitability(List.of(), List.of("criminal.drugs-stolen-goods"));
    int byForm = CLOSING.suitability(List.of("criminal"), List.of());
    assertThat(byIndicator).isGreaterThan(byForm);
    assertThat(byForm).isPositive();
    assertThat(CLOSING.suitability(List.of("organs"), List.of("organs.scars"))).isZero();
  }
}

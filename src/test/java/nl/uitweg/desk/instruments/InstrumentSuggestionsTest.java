package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.uitweg.platform.file.YamlFile;
import org.junit.jupiter.api.Test;

/**
 * Which instruments are suggested for what a victim does, and which carry the warning that they can
 * harm the victim.
 */
class InstrumentSuggestionsTest {

  private static final List<Instrument> ALL =
      YamlFile.read(Path.of("content"), "instruments.yaml", Instrument.File.class).instruments();

  /**
   * Indicators that describe what the victim does, by force or as a result of the exploitation, as
   * opposed to acts of the exploiter.
   */
  private static final List<String> VICTIM_BEHAVIOUR =
      List.of(
          "criminal.forced-crime",
          "criminal.forced-begging",
          "criminal.debts-and-crime",
          "sexual.forced-paid-sex",
          "sexual.hangs-around",
          "sexual.nights-away");

  @Test
  void suggestsNoEnforcementAgainstPersons() {
    assertThat(ALL)
        .filteredOn(instrument -> instrument.decidedBy().equals("enforcement"))
        .isNotEmpty()
        .allSatisfy(
            instrument -> {
              assertThat(instrument.forms()).as(instrument.id()).isEmpty();
              assertThat(instrument.indicators()).as(instrument.id()).isEmpty();
            });
  }

  @Test
  void suggestsOnlyBusinessPermitForVictimBehaviour() {
    assertThat(ALL)
        .filteredOn(instrument -> instrument.suitability(List.of(), VICTIM_BEHAVIOUR) > 0)
        .extracting(Instrument::id)
        .as("a permit concerns the business, not the person")
        .containsOnly("apv-sex-business");
  }

  @Test
  void marksEveryInstrumentAsHarmfulToVictim() {
    assertThat(ALL)
        .hasSize(17)
        .allSatisfy(instrument -> assertThat(instrument.mayHarmVictim()).contains(true));
  }

  @Test
  void marksEvictionsAndFinesAsHarmfulToVictim() {
    assertThat(ALL)
        .filteredOn(instrument -> instrument.mayHarmVictim().orElse(false))
        .extracting(Instrument::id)
        .contains(
            "victoria",
            "damocles",
            "huisvestingswet",
            "woningwet-crowded",
            "woningwet-urgent",
            "woningwet-closing",
            "brp",
            "apv-theft",
            "apv-drugs",
            "apv-street");
  }
}

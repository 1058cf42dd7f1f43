package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.uitweg.content.file.YamlFile;
import org.junit.jupiter.api.Test;

/** What a victim was forced to do is never a reason to suggest a measure against that person. */
class NotAgainstVictimsTest {

  private static final List<Instrument> ALL =
      YamlFile.read(Path.of("content"), "instruments.yaml", Instrument.File.class).instruments();

  /** Indicators that describe what the victim does under force, not what the exploiter does. */
  private static final List<String> OWN_ACTS =
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
        .filteredOn(one -> one.decides().equals("enforcement"))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.forms()).as(one.id()).isEmpty();
              assertThat(one.indicators()).as(one.id()).isEmpty();
            });
  }

  @Test
  void suggestsOnlyTheBusinessPermitForOwnActsOfAVictim() {
    assertThat(ALL)
        .filteredOn(one -> one.fit(List.of(), OWN_ACTS) > 0)
        .extracting(Instrument::id)
        .as("a permit is about the business, not about the person")
        .containsOnly("apv-sex-business");
  }

  @Test
  void warnsBesideEveryInstrument() {
    assertThat(ALL).hasSize(17).allSatisfy(one -> assertThat(one.mayHitVictim()).contains(true));
  }

  @Test
  void warnsBesideEvictionsAndFines() {
    assertThat(ALL)
        .filteredOn(one -> one.mayHitVictim().orElse(false))
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

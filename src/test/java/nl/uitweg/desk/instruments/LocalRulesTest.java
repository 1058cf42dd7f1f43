package nl.uitweg.desk.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of municipalities that the desk shows at its instruments. */
class LocalRulesTest {

  private static final List<Instrument> INSTRUMENTS =
      List.of(
          new Instrument("apv-drugs", "mayor", List.of(), List.of(), List.of(), Optional.empty()));

  @TempDir Path folder;

  @Test
  void showsOnlyTheRuleOfTheMunicipality() throws IOException {
    LocalRules rules = new LocalRules(region("apv-drugs"), INSTRUMENTS);
    assertThat(rules.of("apv-drugs", Optional.of("elst"))).isEqualTo(Map.of("APV 2:74", ""));
    assertThat(rules.of("apv-drugs", Optional.of("vlist"))).isEmpty();
    assertThat(rules.of("apv-area", Optional.of("elst"))).isEmpty();
  }

  @Test
  void namesTheMunicipalitiesThatShareARule() throws IOException {
    assertThat(new LocalRules(region("apv-drugs"), INSTRUMENTS).of("apv-drugs", Optional.empty()))
        .isEqualTo(Map.of("APV 2:74", "Elst en Aalst"));
  }

  @Test
  void rejectsAnUnknownInstrument() throws IOException {
    Region region = region("apv-drug");
    assertThatThrownBy(() -> new LocalRules(region, INSTRUMENTS))
        .hasMessage(
            "region.yaml: 'articles' of elst names 'apv-drug', which is not in"
                + " content/instruments.yaml");
  }

  private Region region(String instrument) throws IOException {
    Files.writeString(
        folder.resolve("region.yaml"),
        """
        municipalities:
          - {id: elst, name: Elst, articles: {%1$s: "APV 2:74"}}
          - {id: aalst, name: Aalst, articles: {%1$s: "APV 2:74"}}
          - {id: vlist, name: Vlist}
        """
            .formatted(instrument));
    return Region.read(folder);
  }
}

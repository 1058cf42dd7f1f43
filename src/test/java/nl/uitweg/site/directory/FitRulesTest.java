package nl.uitweg.site.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.uitweg.platform.file.YamlFile;
import org.junit.jupiter.api.Test;

class FitRulesTest {

  private static final FitRules RULES =
      YamlFile.read(Path.of("content"), "fit.yaml", FitRules.class);

  @Test
  void neverShowsAuthoritiesFirstToPersonWithoutPapers() {
    for (String form : List.of("labour", "sexual", "criminal", "organs")) {
      for (String age : List.of("adult", "minor")) {
        Map<String, String> situation = Map.of("form", form, "age", age, "status", "no-papers");
        assertThat(RULES.rules())
            .filteredOn(rule -> rule.matches(situation))
            .as(situation.toString())
            .isNotEmpty()
            .flatExtracting(FitRules.FitRule::first)
            .doesNotContain("police", "arbeidsinspectie", "marechaussee", "ind");
      }
    }
  }
}

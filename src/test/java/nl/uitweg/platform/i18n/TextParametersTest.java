package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named parameters in texts. */
class TextParametersTest {

  private static final TextParameters PARAMETERS =
      new TextParameters(
          Set.of("region", "count"), language -> Map.of("region", "Elst", "count", 12));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "In {region}. | In Elst.",
        "{count, plural, =1 {one} other {all # of {region}}} | all 12 of Elst",
        "{0}: {region} | {0}: Elst",
        "{tel:police} {nl:aangifte} {region} | {tel:police} {nl:aangifte} Elst",
        "{count, plural, one {x} other {call {tel:police}}} | call {tel:police}",
        "{count, plural, other {{0} of #}} | {0} of 12",
        "{0, plural, one {# dag} other {{region}}} | {0, plural, one {# dag} other {Elst}}",
        "{0, plural, one {dag} other {dagen}} | {0, plural, one {dag} other {dagen}}",
        "it''s {region} | it''s Elst",
      })
  void fillsNamedParametersOnly(String text, String expected) {
    assertThat(PARAMETERS.fill(text, Language.ENGLISH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{regoin}", "{region", "{count, plural, one {x}}", "{count, plural, other {x}"})
  void rejectsAnInvalidParameter(String text) {
    assertThatThrownBy(() -> PARAMETERS.fill(text, Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesDigitsOfTelephoneKeypads() {
    assertThat(PARAMETERS.fill("{count, plural, other {#}}", new Language("fa"))).isEqualTo("12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | A, B and C",
        "nl | A, B en C",
        "zh-Hans | A、B和C",
        "ar | A و B و C",
        "fa | A، B و C",
        "ti | A፡ B ከምኡ እውን C",
        "sq | A, B dhe C",
      })
  void joinsNamesInTheLanguage(String language, String expected) {
    assertThat(TextParameters.list(List.of("A", "B", "C"), new Language(language)))
        .isEqualTo(expected);
  }
}

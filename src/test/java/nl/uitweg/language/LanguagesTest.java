package nl.uitweg.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private final Languages languages = Languages.read(Path.of("i18n"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl-BE, fr;q=0.5 | nl",
        "en-GB | en",
        "de, en;q=0.8 | en",
        "ja | en",
        "en;q=0.1, nl;q=0.9 | nl",
        "en;q=zero | nl",
        "'' | nl",
      })
  void browser_gets_the_nearest_language(String header, String expected) {
    assertThat(languages.negotiate(header).code()).isEqualTo(expected);
  }

  @Test
  void without_a_wish_it_is_dutch() {
    assertThat(languages.negotiate(null)).isEqualTo(Language.DUTCH);
  }

  @Test
  void a_language_names_itself_and_its_direction() {
    assertThat(new Language("nl").endonym()).isEqualTo("Nederlands");
    assertThat(new Language("ar").direction()).isEqualTo("rtl");
    assertThat(new Language("ti").direction()).isEqualTo("ltr");
  }
}

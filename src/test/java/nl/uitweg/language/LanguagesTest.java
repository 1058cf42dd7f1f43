package nl.uitweg.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private final Languages languages = Languages.read(Path.of("i18n"));

  @Test
  void the_day_of_a_sworn_translator_stands_behind_the_code(@TempDir Path i18n) throws IOException {
    Files.writeString(i18n.resolve("languages.txt"), "nl\nen\npl 2027-01-31\n");
    Languages read = Languages.read(i18n);
    assertThat(read.sworn(new Language("pl"))).contains(LocalDate.of(2027, 1, 31));
    assertThat(read.sworn(Language.ENGLISH)).isEmpty();
    Files.writeString(i18n.resolve("languages.txt"), "nl\nen soon\n");
    assertThatThrownBy(() -> Languages.read(i18n)).hasMessageContaining("'soon' is no day");
  }

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

package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz tests of what depends on language: requested languages, folding, parameters and days. */
class LanguageFuzzTest {

  private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
  private static final int MAX_EXPANSION = 18; // of one character under NFKD

  private static final TextParameters PARAMETERS =
      new TextParameters(
          Set.of("region", "count"), language -> Map.of("region", "Elst", "count", 12));

  @FuzzTest
  void everyHeaderGetsALanguageOfTheSite(byte[] input) {
    String header = FuzzText.of(input);
    assertThat(LANGUAGES.all()).contains(LANGUAGES.negotiate(header));
    LANGUAGES
        .byAnySpelling(header)
        .ifPresent(language -> assertThat(LANGUAGES.byCode(language.code())).contains(language));
  }

  @FuzzTest
  void foldedTextKnowsItsPositions(byte[] input) {
    String text = FuzzText.of(input);
    Folding.Folded folded = Folding.foldWithOffsets(text);
    assertThat(folded.text()).isEqualTo(Folding.fold(text));
    assertThat(folded.text().length()).isLessThanOrEqualTo(MAX_EXPANSION * text.length());
    assertThat(folded.offsets()).hasSize(folded.text().length() + 1).isSorted();
    assertThat(folded.offsets()[folded.text().length()]).isEqualTo(text.length());
  }

  @FuzzTest
  void parametersAreFilledOrRefused(byte[] input) {
    String text = FuzzText.of(input);
    try {
      String filled = PARAMETERS.fill(text, Language.ENGLISH);
      if (!text.contains("{")) {
        assertThat(filled).isEqualTo(text);
      }
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageNotContaining("null");
    }
  }

  @FuzzTest
  void dayIsReadOrRefused(byte[] input) {
    try {
      LocalDate day = Dates.parseDay(FuzzText.of(input));
      assertThat(Dates.parseDay(day.toString())).isEqualTo(day);
    } catch (DateTimeException refused) {
      assertThat(refused).isNotNull();
    }
  }
}

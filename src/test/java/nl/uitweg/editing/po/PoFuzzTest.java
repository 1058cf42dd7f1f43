package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import nl.uitweg.platform.i18n.Language;

/** Fuzz test: the file of a translator is read, or refused with its name. */
class PoFuzzTest {

  private static final Language POLISH = new Language("pl");

  @FuzzTest
  void fileIsReadOrRefused(byte[] input) {
    try {
      assertThat(PoFile.parse("pl.po", input, POLISH)).isNotNull();
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("pl.po");
    }
  }
}

package nl.uitweg.desk.danger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: words of danger are shown as they stand in the text. */
class DangerFuzzTest {

  private static final DangerWords WORDS = DangerWords.read(Path.of("content"));

  /** The first line is the language. */
  @FuzzTest
  void wordsAreShownAsWritten(byte[] input) {
    String[] lines = FuzzText.lines(input, 2);
    assertThat(WORDS.in(lines[1], lines[0]))
        .hasSizeLessThanOrEqualTo(4)
        .allSatisfy(hit -> assertThat(lines[1]).contains(hit.words()))
        .allSatisfy(hit -> assertThat(hit.words()).isNotEmpty());
  }
}

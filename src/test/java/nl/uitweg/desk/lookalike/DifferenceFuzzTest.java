package nl.uitweg.desk.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: any two texts are compared, and what is marked stands in the second one. */
class DifferenceFuzzTest {

  /** The first line is compared with the rest. */
  @FuzzTest
  void differenceStandsInTheText(byte[] input) {
    String[] lines = FuzzText.lines(input, 2);
    TextWords before = TextWords.of(lines[0]);
    TextWords after = TextWords.of(lines[1]);
    WordDifference difference = WordDifference.of(before, after);
    assertThat(difference.added())
        .filteredOn(WordDifference.Piece::marked)
        .allSatisfy(piece -> assertThat(lines[1]).contains(piece.text()));
    assertThat(WordDifference.of(after, after).added()).isEmpty();
    assertThat(WordDifference.of(after, after).missing()).isEmpty();
    assertThat(after.hasSameWords(before)).isEqualTo(before.hasSameWords(after));
    assertThat(TextSketch.of(lines[0]).jaccardIndex(TextSketch.of(lines[1]))).isBetween(0.0, 1.0);
  }
}

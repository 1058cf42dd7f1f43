package nl.uitweg.desk.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Men sleep behind the shop | Men sleep behind the shop | '' | ''",
        "Men sleep behind the shop | MEN sleep, behind the shop! | '' | ''",
        "Men sleep behind the shop | Men sleep behind the garage | … sleep behind the [garage] | shop",
        "a b c d e f g h | a b c d x e f g h | … b c d [x] e f g … | ''",
        "a b c d e f g h i | a x c d e f g h y | a [x] c d e f g h [y] | b … i",
        "one two three | one three | '' | two",
        "Er werkt een kind | Er werken twee kinderen | Er [werken twee kinderen] | werkt een kind",
        "买便宜手表 | 买便宜皮包 | 买 便宜 [皮包] | 手表"
      })
  void marksWordsThatDiffer(String before, String after, String added, String missing) {
    WordDifference difference = WordDifference.of(TextWords.of(before), TextWords.of(after));
    String marked =
        difference.added().stream()
            .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
            .collect(Collectors.joining());
    assertThat(marked.replace(" ", "")).isEqualTo(added.replace(" ", ""));
    assertThat(difference.missing().replace(" ", "")).isEqualTo(missing.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cheap watches at shop 7, best price | cheap watches at shop 812: best price! | true",
        "Ring 06 11 22 33 44 | Ring 06 11 22 33 45 | false",
        "Ring 0611223344 | Ring 06 11 22 33 44 | true",
        "A girl may not go out | A girl may not go | false",
        "A girl may not go out | A boy may not go out | false"
      })
  void ignoresShortNumbersOnly(String one, String other, boolean same) {
    assertThat(TextWords.of(one).hasSameWords(TextWords.of(other))).isEqualTo(same);
  }

  @Test
  void comparesLongTextsInLimitedTime() {
    String one = "alpha beta ".repeat(5_000);
    String other = "gamma delta ".repeat(5_000);
    assertThat(WordDifference.of(TextWords.of(one), TextWords.of(other)).added()).isNotEmpty();
    assertThat(TextWords.of(one).hasSameWords(TextWords.of(one)))
        .as("a text that was not compared completely is not the same")
        .isFalse();
  }
}

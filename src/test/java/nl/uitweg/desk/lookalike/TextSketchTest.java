package nl.uitweg.desk.lookalike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSketchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buy cheap watches at shop 7, best price | BUY cheap watches at shop 812!! best price",
        "Продаю часы недорого, звоните сейчас | Продаю часы недорого! Звоните сейчас 8800",
        "买便宜手表请点击这里现在就买 | 买便宜手表请点击这里现在就买吧",
        "x | X"
      })
  void recognisesSlightlyChangedText(String one, String other) {
    assertThat(TextSketch.of(one).isSimilarTo(TextSketch.of(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Six people sleep behind the kitchen | A girl is not allowed to leave the house",
        "Er slapen mensen in de schuur | Er slapen kinderen boven de winkel en zij werken 's nachts",
        "020 123 45 67 | 06 11 22 33 44",
        "020 123 45 67 | 020 123 45 67",
        "x | y"
      })
  void distinguishesDifferentReports(String one, String other) {
    assertThat(TextSketch.of(one).isSimilarTo(TextSketch.of(other))).isFalse();
  }

  @Test
  void recognisesLongTextsWithOneSentenceChanged() {
    String words = words(1, 200);
    assertThat(similarity(words + "Call me today.", words + "Write to my brother."))
        .isGreaterThan(0.8);
  }

  @Test
  void estimatesIndexOfLongTexts() {
    // Each text has 200 words, and 100 of them are in both: 100 of 300 different words.
    assertThat(similarity(words(1, 200), words(101, 300))).isCloseTo(1 / 3d, within(0.15));
    assertThat(similarity(words(1, 200), words(201, 400))).isLessThan(0.2);
  }

  @Test
  void comparesOnlyTheBeginning() {
    String beginning = words(1, 400);
    assertThat(similarity(beginning + words(400, 900), beginning + words(1_000, 1_500)))
        .isEqualTo(1);
  }

  private static double similarity(String one, String other) {
    return TextSketch.of(one).jaccardIndex(TextSketch.of(other));
  }

  /** Words that do not look alike, each of seven letters, from one number to another. */
  private static String words(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            number ->
                new Random(number * 1_000_003L)
                    .ints(7, 'a', 'z' + 1)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append(' ')
                    .toString())
        .collect(Collectors.joining());
  }
}

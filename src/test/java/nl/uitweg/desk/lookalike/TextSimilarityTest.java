package nl.uitweg.desk.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSimilarityTest {

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
    assertThat(TextSimilarity.of(one).isSimilarTo(TextSimilarity.of(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Six people sleep behind the kitchen | A girl is not allowed to leave the house",
        "Er slapen mensen in de schuur | Er slapen kinderen boven de winkel en zij werken 's nachts",
        "x | y"
      })
  void distinguishesDifferentReports(String one, String other) {
    assertThat(TextSimilarity.of(one).isSimilarTo(TextSimilarity.of(other))).isFalse();
  }
}

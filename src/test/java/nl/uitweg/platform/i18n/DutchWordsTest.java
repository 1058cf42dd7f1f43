package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "شكوى رسمية (aangifte)، ثم مأوى (opvang); aangifte, opvang",
        "正式报案（aangifte）; aangifte",
        "Powiedz: „Ik heb een tolk nodig. Ik spreek …”; Ik heb een tolk nodig. Ik spreek …",
        "un signalement (melding) et non (plainte); melding",
        "the contact officer (aandachtsfunctionaris mensenhandel) reads it; aandachtsfunctionaris mensenhandel",
        "aangifte without brackets; ''"
      })
  void findsWordsInBracketsAndTheInterpreterSentence(String text, String dutch) {
    assertThat(
            DutchWords.split(text).stream()
                .filter(DutchWords.Segment::dutch)
                .map(DutchWords.Segment::text)
                .collect(Collectors.joining(", ")))
        .isEqualTo(dutch);
    assertThat(
            DutchWords.split(text).stream()
                .map(DutchWords.Segment::text)
                .collect(Collectors.joining()))
        .isEqualTo(text);
  }
}

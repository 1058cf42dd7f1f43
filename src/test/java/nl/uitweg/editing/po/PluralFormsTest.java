package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.uitweg.platform.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Converts between the plurals of ICU and gettext. */
class PluralFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "zh-Hans -> nplurals=1; plural=(0);",
        "en -> nplurals=2; plural=(n == 1 ? 0 : 1);",
        "pt -> nplurals=2; plural=(n <= 1 ? 0 : 1);",
        "ru -> nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : (n % 10 >= 2 && n % 10 <= 4)"
            + " && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);",
        "ar -> nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : (n % 100 >= 3 && n % 100"
            + " <= 10) ? 3 : (n % 100 >= 11 && n % 100 <= 99) ? 4 : 5);"
      })
  void writesRulesOfCldrAsGettext(String language, String header) {
    assertThat(PluralForms.of(new Language(language)).header()).isEqualTo(header);
  }

  @Test
  void splitsMessageIntoSentencesAndComposesIt() {
    PluralForms polish = PluralForms.of(new Language("pl"));
    String message =
        "Za {1} {0, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}.";
    List<String> sentences = PluralMessage.parse(message).orElseThrow().sentences(polish);
    assertThat(sentences).containsExactly("Za {1} # plik.", "Za {1} # pliki.", "Za {1} # plików.");
    assertThat(PluralMessage.compose("0", polish, sentences))
        .isEqualTo(
            "{0, plural, one {Za {1} # plik.} few {Za {1} # pliki.} many {Za {1} # plików.}"
                + " other {Za {1} # plików.}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "~~",
      value = {
        "No plural {0}",
        "{0, plural, =1 {one thing} other {# things}}",
        "{0, plural, offset:1 one {a} other {b}}",
        "{0, plural, one {a} other {b}} {1, plural, one {a} other {b}}",
        "{0, plural, one {a} other {{1, select, x {b} other {c}}}}",
        "{0, selectordinal, one {a} other {b}}",
        "{nl:Politie} {0, plural, one {a} other {b}}",
        "{0, plural, one {a}"
      })
  void leavesWhatGettextCannotExpress(String message) {
    assertThat(PluralMessage.parse(message)).isEmpty();
  }
}

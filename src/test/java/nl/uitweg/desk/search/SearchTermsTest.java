package nl.uitweg.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "cafe | Zij werkt in Café Zon",
        "ÉÉN | een man",
        "lozka | Łóżka stoją w garażu",
        "strasse | Hauptstraße 4",
        "istanbul | İSTANBUL",
        "елка | Ёлка",
        "أخذ | أَخَذَ صاحب العمل",
        "احمد | أحمد",
        "שלום | שָׁלוֹם",
        "١٢٣ | nummer 123",
        "护照 | 老板拿走了我的护照",
        "पासपोर्ट | मेरा पासपोर्ट",
        "ﬁets | een fiets",
        "schuur | in de tuinschuurtjes",
        "\"mensen in de schuur\" | zes MENSEN  in \t de schuur",
        "schuur zes | Er slapen zes mensen in de schuur"
      })
  void matchesRegardlessOfCaseAccentsAndDigits(String query, String text) throws Exception {
    assertThat(SearchTerms.parse(query).terms()).allMatch(Folding.fold(text)::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "\"schuur zes\" | zes mensen in de schuur",
        "schuur zeven | zes mensen in de schuur",
        "कल | काला", // a vowel sign is a letter, not an accent
        "กา | กี"
      })
  void doesNotMatchDifferentWords(String query, String text) throws Exception {
    assertThat(SearchTerms.parse(query).terms())
        .anyMatch(term -> !Folding.fold(text).contains(term));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\"", "\"\"", "\"  \" \"", "!? …", "\u200f\u202e"})
  void rejectsEmptyQuery(String query) {
    assertThatThrownBy(() -> SearchTerms.parse(query)).hasMessage("search.empty");
  }

  @Test
  void rejectsQueryOutsideLimits() {
    assertThatThrownBy(() -> SearchTerms.parse("x".repeat(10_000))).hasMessage("search.too-long");
    assertThatThrownBy(() -> SearchTerms.parse("aa bb cc dd ee ff gg hh ii jj kk"))
        .hasMessage("search.too-many");
    assertThatThrownBy(() -> SearchTerms.parse("a")).hasMessage("search.too-short");
  }

  @Test
  void snippetMarksMatchesInOriginalSpelling() throws Exception {
    String text =
        "Daar. ".repeat(60)
            + "Zij werkt in Café Zon en mag de straße niet op. "
            + "Later. ".repeat(60);
    String shown = marked(text, "cafe stras");
    assertThat(shown)
        .startsWith("… ")
        .endsWith(" …")
        .contains("in [Café] Zon en mag de [straß]e niet op")
        .hasSizeLessThan(400);
    assertThat(marked("كلمة أَخَذَ هنا", "اخذ")).isEqualTo("كلمة [أَخَذَ] هنا");
    assertThat(marked("schuurschuur", "schuur schuursch")).isEqualTo("[schuursch][uur]");
    assertThat(marked("Niets hiervan", "zeppelin")).isEqualTo("Niets hiervan");
  }

  /**
   * Whoever seals a report chooses the length of its words; ignored marks count towards that
   * length.
   */
  @Test
  void snippetOfExtremelyLongWordIsShort() throws Exception {
    String marks = "\u0301".repeat(10_000);
    for (String text :
        new String[] {
          "a".repeat(10_000) + "zeppelin" + "a".repeat(10_000),
          "zep" + marks + "pelin",
          "😀".repeat(10_000) + "zeppelin" + "😀".repeat(10_000)
        }) {
      assertThat(marked(text, "zeppelin")).contains("[zep").hasSizeLessThan(1_000);
    }
  }

  private static String marked(String text, String query) throws Exception {
    return Snippet.of(text, SearchTerms.parse(query)).stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void toStringHidesQuery() throws Exception {
    assertThat(SearchTerms.parse("secret")).hasToString("SearchTerms");
    assertThat(new SearchQuery("secret", "", "", "", "", "")).hasToString("SearchQuery");
  }
}

package nl.uitweg.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.desk.search.SearchTerms.InvalidSearchException;
import nl.uitweg.testsupport.FuzzText;

/** Fuzz test: a search of an officer is refused, or shows a passage of the text as it stands. */
class DeskSearchFuzzTest {

  private static final int MAX_SHOWN = 2_000;

  /** The first line is searched for in the rest. */
  @FuzzTest
  void passageIsShownAsWritten(byte[] input) {
    String[] lines = FuzzText.lines(input, 2);
    try {
      SearchTerms terms = SearchTerms.parse(lines[0]);
      assertThat(terms.terms())
          .hasSizeBetween(1, SearchTerms.MAX_TERMS)
          .allMatch(term -> !term.isBlank());
      List<Snippet.Piece> pieces = Snippet.of(lines[1], terms);
      String shown = pieces.stream().map(Snippet.Piece::text).collect(Collectors.joining());
      String passage =
          shown.substring(
              shown.startsWith("… ") && !lines[1].startsWith("… ") ? 2 : 0,
              shown.endsWith(" …") && !lines[1].endsWith(" …")
                  ? shown.length() - 2
                  : shown.length());
      assertThat(lines[1]).contains(passage);
      assertThat(shown).hasSizeLessThan(MAX_SHOWN);
    } catch (InvalidSearchException refused) {
      assertThat(refused.key()).startsWith("search.");
    }
  }
}

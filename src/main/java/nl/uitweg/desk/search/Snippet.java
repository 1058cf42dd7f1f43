package nl.uitweg.desk.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.uitweg.platform.i18n.Folding;

/**
 * Extracts the first occurrence of a search term with its context from the original text, and marks
 * every occurrence in that part.
 */
final class Snippet {

  private static final int CONTEXT_CHARACTERS = 80;
  private static final int MAX_WORD_CHARACTERS = 200;

  private Snippet() {}

  /** A piece of text; {@code marked} when it is an occurrence of a search term. */
  record Piece(String text, boolean marked) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Piece";
    }
  }

  /**
   * @param terms terms to mark; when none of them occurs, the beginning of the text is returned
   */
  static List<Piece> of(String text, SearchTerms terms) {
    SortedMap<Integer, Integer> occurrences = occurrences(text, terms);
    int first = occurrences.isEmpty() ? 0 : occurrences.firstKey();
    int from = wordBoundary(text, Math.max(0, first - CONTEXT_CHARACTERS), true);
    int to = wordBoundary(text, Math.min(text.length(), first + 2 * CONTEXT_CHARACTERS), false);
    List<Piece> pieces = new ArrayList<>();
    int position = from;
    // Characters that the search ignores, such as combining marks, can make an occurrence extremely
    // long.
    int maxEnd = characterBoundary(text, Math.min(text.length(), to + SearchTerms.MAX_LENGTH));
    addPiece(pieces, from > 0 ? "… " : "", false);
    for (var occurrence : occurrences.entrySet()) {
      int end = Math.min(Math.max(position, occurrence.getValue()), maxEnd);
      if (occurrence.getKey() >= to) {
        break;
      }
      int start = Math.max(position, occurrence.getKey());
      addPiece(pieces, text.substring(position, start), false);
      addPiece(pieces, text.substring(start, end), true);
      position = end;
    }
    if (position < to) {
      addPiece(pieces, text.substring(position, to), false);
    }
    addPiece(pieces, Math.max(position, to) < text.length() ? " …" : "", false);
    return pieces;
  }

  private static void addPiece(List<Piece> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, marked));
    }
  }

  /**
   * Start → end of every occurrence in the original text; the longest one where several start at
   * the same position.
   */
  private static SortedMap<Integer, Integer> occurrences(String text, SearchTerms terms) {
    Folding.Folded folded = Folding.foldWithOffsets(text);
    SortedMap<Integer, Integer> occurrences = new TreeMap<>();
    for (String term : terms.terms()) {
      int position = folded.text().indexOf(term);
      while (position >= 0) {
        int end = position + term.length();
        while (end < folded.text().length() && folded.offsets()[end] == folded.offsets()[end - 1]) {
          end++; // a character that folds into two characters is marked as a whole
        }
        occurrences.merge(folded.offsets()[position], folded.offsets()[end], Math::max);
        position = folded.text().indexOf(term, position + term.length());
      }
    }
    return occurrences;
  }

  /**
   * The nearest word boundary at or before the position ({@code back}), or at or after it; the
   * nearest whole character when the word around it is extremely long.
   */
  private static int wordBoundary(String text, int position, boolean back) {
    if (position <= 0 || position >= text.length()) {
      return position;
    }
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text);
    if (words.isBoundary(position)) {
      return position;
    }
    int boundary = back ? Math.max(0, words.preceding(position)) : words.following(position);
    return Math.abs(boundary - position) <= MAX_WORD_CHARACTERS
        ? boundary
        : characterBoundary(text, position);
  }

  private static int characterBoundary(String text, int position) {
    return position < text.length() && Character.isLowSurrogate(text.charAt(position))
        ? position - 1
        : position;
  }
}

package nl.uitweg.desk.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts the words around the first hit out of a text, as it was written, with every hit marked. */
final class Snippet {

  private static final int AROUND = 80;

  private Snippet() {}

  /** A piece of text; {@code hit} when it is what was looked for. */
  record Piece(String text, boolean hit) {

    /** Never the text: this may end in a log. */
    @Override
    public String toString() {
      return "Piece";
    }
  }

  /**
   * @param terms what occurs is marked; when nothing does, the beginning of the text is given
   */
  static List<Piece> of(String text, SearchTerms terms) {
    SortedMap<Integer, Integer> hits = hits(text, terms);
    int first = hits.isEmpty() ? 0 : hits.firstKey();
    int from = edge(text, Math.max(0, first - AROUND), true);
    int to = edge(text, Math.min(text.length(), first + 2 * AROUND), false);
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    add(pieces, from > 0 ? "… " : "", false);
    for (var hit : hits.entrySet()) {
      int end = Math.max(at, hit.getValue());
      if (hit.getKey() >= to) {
        break;
      }
      int start = Math.max(at, hit.getKey());
      add(pieces, text.substring(at, start), false);
      add(pieces, text.substring(start, end), true);
      at = end;
    }
    if (at < to) {
      add(pieces, text.substring(at, to), false);
    }
    add(pieces, Math.max(at, to) < text.length() ? " …" : "", false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean hit) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, hit));
    }
  }

  /** Begin → end of every hit in the original; the longest where several begin together. */
  private static SortedMap<Integer, Integer> hits(String text, SearchTerms terms) {
    Folding.Folded folded = Folding.foldWithOrigin(text);
    SortedMap<Integer, Integer> hits = new TreeMap<>();
    for (String term : terms.terms()) {
      int at = folded.text().indexOf(term);
      while (at >= 0) {
        int end = at + term.length();
        while (end < folded.text().length() && folded.origin()[end] == folded.origin()[end - 1]) {
          end++; // never half of a character that folds into two
        }
        hits.merge(folded.origin()[at], folded.origin()[end], Math::max);
        at = folded.text().indexOf(term, at + term.length());
      }
    }
    return hits;
  }

  /** The nearest place at or before ({@code back}) or after, where a word may be cut off. */
  private static int edge(String text, int at, boolean back) {
    if (at <= 0 || at >= text.length()) {
      return at;
    }
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text);
    if (words.isBoundary(at)) {
      return at;
    }
    return back ? Math.max(0, words.preceding(at)) : words.following(at);
  }
}

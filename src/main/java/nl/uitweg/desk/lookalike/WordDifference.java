package nl.uitweg.desk.lookalike;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The words in which two texts differ: the longest common subsequence of words stays, everything
 * else was added or is missing.
 */
final class WordDifference {

  /**
   * Maximum number of words compared, after the words that both texts begin and end with. It limits
   * the time that a comparison takes.
   */
  private static final int MAX_WORDS = 400;

  /** Number of words shown before and after those that were added. */
  private static final int CONTEXT_WORDS = 3;

  private final TextWords before;
  private final TextWords after;

  /** Words of {@code before} that are not in {@code after}. */
  private final BitSet missing = new BitSet();

  /** Words of {@code after} that are not in {@code before}. */
  private final BitSet added = new BitSet();

  private WordDifference(TextWords before, TextWords after) {
    this.before = before;
    this.after = after;
  }

  /** A piece of text; {@code marked} when the other text does not have it. */
  record Piece(String text, boolean marked) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Piece";
    }
  }

  static WordDifference of(TextWords before, TextWords after) {
    WordDifference difference = new WordDifference(before, after);
    int start = 0;
    int beforeEnd = before.words().size();
    int afterEnd = after.words().size();
    while (start < Math.min(beforeEnd, afterEnd) && difference.isSame(start, start)) {
      start++;
    }
    while (Math.min(beforeEnd, afterEnd) > start
        && difference.isSame(beforeEnd - 1, afterEnd - 1)) {
      beforeEnd--;
      afterEnd--;
    }
    difference.compare(
        start, Math.min(beforeEnd, start + MAX_WORDS), Math.min(afterEnd, start + MAX_WORDS));
    return difference;
  }

  private boolean isSame(int beforeWord, int afterWord) {
    return before.words().get(beforeWord).folded().equals(after.words().get(afterWord).folded());
  }

  /** Compares the words from {@code start} by the lengths of their common subsequences. */
  private void compare(int start, int beforeEnd, int afterEnd) {
    int rows = beforeEnd - start;
    int columns = afterEnd - start;
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            isSame(start + i, start + j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (isSame(start + i, start + j)) {
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        missing.set(start + i++);
      } else {
        added.set(start + j++);
      }
    }
    missing.set(start + i, beforeEnd);
    added.set(start + j, afterEnd);
  }

  /** The words that were added, marked, with a few words around them. */
  List<Piece> added() {
    List<Piece> pieces = new ArrayList<>();
    int shown = 0; // number of words of the text that are shown or passed
    for (int from = added.nextSetBit(0); from >= 0; from = added.nextSetBit(shown)) {
      int until = added.nextClearBit(from);
      int contextStart = Math.max(shown, from - CONTEXT_WORDS);
      pieces.add(new Piece(contextStart > shown ? "… " : pieces.isEmpty() ? "" : " ", false));
      if (contextStart < from) {
        pieces.add(new Piece(after.between(contextStart, from - 1) + " ", false));
      }
      pieces.add(new Piece(after.between(from, until - 1), true));
      int next = added.nextSetBit(until);
      int contextEnd = Math.min(until + CONTEXT_WORDS, next < 0 ? after.words().size() : next);
      if (contextEnd > until) {
        pieces.add(new Piece(" " + after.between(until, contextEnd - 1), false));
      }
      shown = contextEnd;
    }
    if (!pieces.isEmpty() && shown < after.words().size()) {
      pieces.add(new Piece(" …", false));
    }
    return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
  }

  /** The words that the other text does not have; empty when it has all of them. */
  String missing() {
    StringBuilder words = new StringBuilder();
    for (int from = missing.nextSetBit(0); from >= 0; ) {
      int until = missing.nextClearBit(from);
      words.append(words.isEmpty() ? "" : " … ").append(before.between(from, until - 1));
      from = missing.nextSetBit(until);
    }
    return words.toString();
  }
}

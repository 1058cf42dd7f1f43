package nl.uitweg.desk.lookalike;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.desk.lookalike.WordDifference.Piece;

/**
 * How a report differs from the report with which it was compared.
 *
 * @param same whether its text has the same words, apart from short numbers, and all other answers
 *     are the same
 * @param pieces what it has and the other has not, marked, with a few words around it
 * @param missing what it does not have; empty when nothing is missing
 */
record ReportDifference(boolean same, List<Piece> pieces, String missing) {

  /** For reports that were not compared with another. */
  static final ReportDifference NONE = new ReportDifference(false, List.of(), "");

  /** Maximum number of characters of the pieces together. */
  private static final int MAX_CHARACTERS = 220;

  private static final int MAX_MISSING_CHARACTERS = 80;

  ReportDifference {
    pieces = limited(pieces);
    missing = limited(missing, MAX_MISSING_CHARACTERS);
  }

  private static List<Piece> limited(List<Piece> pieces) {
    List<Piece> limited = new ArrayList<>();
    int left = MAX_CHARACTERS;
    for (Piece piece : pieces) {
      if (left > 0) {
        limited.add(new Piece(limited(piece.text(), left), piece.marked()));
        left -= piece.text().length();
      }
    }
    return List.copyOf(limited);
  }

  private static String limited(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end) + "…";
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "ReportDifference";
  }
}

package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.i18n.Folding;

/**
 * A word, a number or a sign of a text.
 *
 * @param text folded; see {@link Folding}
 * @param start position in the text
 * @param end position after the last character
 * @param capital whether it begins with a capital letter; false in a text that has only capitals
 * @param joined whether nothing stands between it and the token before
 */
record Token(Kind kind, String text, int start, int end, boolean capital, boolean joined) {

  enum Kind {
    WORD,
    NUMBER,
    SIGN
  }

  private static final int MAX_LETTERS = 40;
  private static final String APOSTROPHES = "'’‘`´ʼ";

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isSign(String signs) {
    return kind == Kind.SIGN && signs.contains(text);
  }

  /** Splits a text; takes time proportional to its length. */
  static List<Token> of(String text) {
    boolean onlyCapitals =
        text.chars().filter(Character::isLowerCase).count()
            < text.chars().filter(Character::isUpperCase).count();
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    int previousEnd = -1;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      boolean word = isLetter(c);
      if (word) {
        end = endOfWord(text, end);
      } else if (isDigit(c)) {
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
      }
      if ((Character.isWhitespace(c) && c != '\n') || APOSTROPHES.indexOf(c) >= 0) {
        i = end;
        continue;
      }
      Kind kind = word ? Kind.WORD : isDigit(c) ? Kind.NUMBER : Kind.SIGN;
      String original = text.substring(i, Math.min(end, i + MAX_LETTERS));
      String folded =
          word ? Folding.fold(original).replaceAll("[" + APOSTROPHES + "]", "") : original;
      boolean capital = word && !onlyCapitals && Character.isUpperCase(c);
      if (!folded.isEmpty()) { // a word of accents only is nothing when folded
        tokens.add(new Token(kind, folded, i, end, capital, i == previousEnd));
        previousEnd = end;
      }
      i = end;
    }
    return tokens;
  }

  /** The end of a word; an apostrophe belongs to it after one or two letters, as in d'Orpstraat. */
  private static int endOfWord(String text, int from) {
    int start = from - 1;
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean apostrophe =
          APOSTROPHES.indexOf(c) >= 0
              && end - start <= 2
              && end + 1 < text.length()
              && isLetter(text.codePointAt(end + 1));
      if (!isLetter(c) && !apostrophe) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isLetter(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Omits the text, because the result may be logged. */
  @Override
  public String toString() {
    return "Token";
  }
}

package nl.uitweg.desk.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Brings text of any script to one form in which capitals, accents, vowel marks of Arabic and
 * Hebrew, and digits of other scripts make no difference. Vowel signs that are letters to their
 * readers (Devanagari, Thai, Amharic) stay. Character by character, so that every place in the
 * folded text has a place in the original.
 */
final class Folding {

  /** Base letters that Unicode does not take apart, but that people type without their stroke. */
  private static final Map<Integer, String> ALIKE =
      Map.ofEntries(
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ى', "ي"),
          Map.entry((int) 'ی', "ي"),
          Map.entry((int) 'ک', "ك"),
          Map.entry((int) 'ة', "ه"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""));

  /** Marks above and below letters, as opposed to vowels; and what is not seen. */
  private static final UnicodeSet DROPPED =
      new UnicodeSet("[[[:Mn:]&[[:Zinh:][:Arab:][:Hebr:][:Syrc:]]][:Cf:]\\u0640]").freeze();

  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
  private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(0x10000);

  private Folding() {}

  /**
   * The folded text.
   *
   * @param origin place in the folded text → place of its character in the original; one longer
   *     than the text
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Folded(String text, int[] origin) {

    /** Never the text: this may end in a log. */
    @Override
    public String toString() {
      return "Folded";
    }
  }

  /** Runs of white space become one space. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 16);
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean white = isSpace(c);
      if (!white) {
        folded.append(one(c));
      } else if (!space) {
        folded.append(' ');
      }
      space = white;
    }
    return folded.toString();
  }

  /** As {@link #fold}, and where everything came from. */
  static Folded foldWithOrigin(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 16);
    int[] origin = new int[64];
    boolean space = false;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean white = isSpace(c);
      String piece = white ? (space ? "" : " ") : one(c);
      origin = room(origin, folded.length() + piece.length() + 1);
      java.util.Arrays.fill(origin, folded.length(), folded.length() + piece.length(), i);
      folded.append(piece);
      space = white;
      i += Character.charCount(c);
    }
    origin = room(origin, folded.length() + 1);
    origin[folded.length()] = text.length();
    return new Folded(folded.toString(), java.util.Arrays.copyOf(origin, folded.length() + 1));
  }

  private static int[] room(int[] array, int needed) {
    return needed <= array.length
        ? array
        : java.util.Arrays.copyOf(array, Math.max(needed, array.length * 2));
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c < 0x80 ? Character.isWhitespace(c) : UCharacter.isUWhiteSpace(c));
  }

  private static String one(int c) {
    if (c >= KNOWN.length()) {
      return compute(c);
    }
    String known = KNOWN.get(c);
    if (known == null) {
      known = compute(c);
      KNOWN.set(c, known);
    }
    return known;
  }

  private static String compute(int c) {
    int digit = UCharacter.isDigit(c) ? UCharacter.digit(c, 10) : -1;
    if (digit >= 0) {
      return Integer.toString(digit);
    }
    StringBuilder folded = new StringBuilder();
    APART
        .normalize(CASE.normalize(Character.toString(c)))
        .codePoints()
        .filter(part -> !DROPPED.contains(part))
        .forEach(
            part -> {
              String alike = ALIKE.get(part);
              if (alike == null) {
                folded.appendCodePoint(part);
              } else {
                folded.append(alike);
              }
            });
    return folded.toString();
  }
}

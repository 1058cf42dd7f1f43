package nl.uitweg.platform.i18n;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Folds text of any script for comparison. After folding, case, accents, vowel marks of Arabic,
 * Hebrew and Syriac, and the script of digits make no difference. Vowel signs that readers regard
 * as letters, such as those of Devanagari and Thai, are kept. Letters of Tigrinya that sound the
 * same make no difference either. Text is folded character by character, so that every position in
 * the folded text maps to a position in the original.
 */
public final class Folding {

  /**
   * Letters and quotation marks that Unicode does not decompose, but that people also type in a
   * simpler form.
   */
  private static final Map<Integer, String> EQUIVALENTS =
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

  /** Accents, vowel marks of Arabic, Hebrew and Syriac, invisible characters, and the tatweel. */
  private static final UnicodeSet IGNORED =
      new UnicodeSet("[[[:Mn:]&[[:Zinh:][:Arab:][:Hebr:][:Syrc:]]][:Cf:]\\u0640]").freeze();

  private static final Normalizer2 CASE_FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSITION = Normalizer2.getNFKDInstance();
  private static final AtomicReferenceArray<String> CACHE = new AtomicReferenceArray<>(0x10000);

  private Folding() {}

  /**
   * A folded text with the positions of its characters in the original text.
   *
   * @param offsets position in the folded text → position of its character in the original; has one
   *     element more than the folded text
   */
  @SuppressWarnings("ArrayRecordComponent") // instances are never compared
  public record Folded(String text, int[] offsets) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Folded";
    }
  }

  /** Folds a text; consecutive white space becomes one space. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 16);
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean isWhite = isSpace(c);
      if (!isWhite) {
        folded.append(foldCodePoint(c));
      } else if (!afterSpace) {
        folded.append(' ');
      }
      afterSpace = isWhite;
    }
    return folded.toString();
  }

  /** As {@link #fold}, with the positions of the characters in the original text. */
  public static Folded foldWithOffsets(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 16);
    int[] offsets = new int[64];
    boolean afterSpace = false;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean isWhite = isSpace(c);
      String foldedPart = isWhite ? (afterSpace ? "" : " ") : foldCodePoint(c);
      offsets = ensureCapacity(offsets, folded.length() + foldedPart.length() + 1);
      Arrays.fill(offsets, folded.length(), folded.length() + foldedPart.length(), i);
      folded.append(foldedPart);
      afterSpace = isWhite;
      i += Character.charCount(c);
    }
    offsets = ensureCapacity(offsets, folded.length() + 1);
    offsets[folded.length()] = text.length();
    return new Folded(folded.toString(), Arrays.copyOf(offsets, folded.length() + 1));
  }

  private static int[] ensureCapacity(int[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, array.length * 2));
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c < 0x80 ? Character.isWhitespace(c) : UCharacter.isUWhiteSpace(c));
  }

  private static String foldCodePoint(int c) {
    if (c >= CACHE.length()) {
      return computeFolding(c);
    }
    String cached = CACHE.get(c);
    if (cached == null) {
      cached = computeFolding(c);
      CACHE.set(c, cached);
    }
    return cached;
  }

  private static String computeFolding(int c) {
    int digit = UCharacter.isDigit(c) ? UCharacter.digit(c, 10) : -1;
    if (digit >= 0) {
      return Integer.toString(digit);
    }
    StringBuilder folded = new StringBuilder();
    DECOMPOSITION
        .normalize(CASE_FOLDING.normalize(Character.toString(c)))
        .codePoints()
        .filter(part -> !IGNORED.contains(part))
        .map(Folding::sameSound)
        .forEach(
            part -> {
              String equivalent = EQUIVALENTS.get(part);
              if (equivalent == null) {
                folded.appendCodePoint(part);
              } else {
                folded.append(equivalent);
              }
            });
    return folded.toString();
  }

  /** Tigrinya: ሠ is read as ሰ, ፀ as ጸ, ኀ as ሀ, each with its seven vowels, and ኣ as አ. */
  private static int sameSound(int c) {
    if (c == 'ኣ') {
      return 'አ';
    }
    if (c >= 'ሠ' && c <= 'ሦ') {
      return c - 'ሠ' + 'ሰ';
    }
    if (c >= 'ፀ' && c <= 'ፆ') {
      return c - 'ፀ' + 'ጸ';
    }
    return c >= 'ኀ' && c <= 'ኆ' ? c - 'ኀ' + 'ሀ' : c;
  }
}

package nl.uitweg.site.report;

import java.text.Normalizer;

/**
 * Normalizes user input: unifies line ends, removes control characters, replaces unpaired
 * surrogates, applies NFC and strips white space at both ends. Emoji and bidirectional marks are
 * kept.
 */
final class InputCleaner {

  private InputCleaner() {}

  /** Cleans and truncates to {@code maxLength} UTF-16 units, without splitting a surrogate pair. */
  static String clean(String raw, int maxLength) {
    String text = clean(raw);
    if (text.length() <= maxLength) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, splitsPair ? maxLength - 1 : maxLength);
  }

  static String clean(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}

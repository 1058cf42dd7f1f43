package nl.uitweg.site.report;

import java.text.Normalizer;

/**
 * Cleans what a person typed: line ends, control characters and broken surrogates; words, emoji and
 * direction marks stay.
 */
final class InputCleaner {

  private InputCleaner() {}

  /** The beginning of it, cleaned, in so many UTF-16 units. */
  static String clean(String raw, int most) {
    String text = clean(raw);
    if (text.length() <= most) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, halved ? most - 1 : most);
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

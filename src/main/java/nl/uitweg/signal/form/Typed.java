package nl.uitweg.signal.form;

import java.text.Normalizer;

/**
 * Cleans what a person typed: line ends, control characters and broken surrogates; words, emoji and
 * direction marks stay.
 */
final class Typed {

  private Typed() {}

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

package nl.uitweg.editing.rules;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.i18n.Language;

/**
 * Gives a hint about a text that is much shorter or longer than the Dutch one, because a sentence
 * may be missing or added. Nearly all texts that were reviewed by two readers lie within the
 * bounds.
 */
final class LengthRule implements TextRule {

  private static final int MAX_UNCHECKED_LENGTH = 40;

  /** Minimum and maximum number of characters per character of the Dutch text. */
  private record Bounds(double min, double max) {}

  private static final Bounds ALPHABET = new Bounds(0.55, 2.2);
  private static final Bounds ARABIC = new Bounds(0.46, 1.8);
  private static final Bounds ETHIOPIC = new Bounds(0.38, 1.45);
  private static final Bounds HAN = new Bounds(0.18, 0.85);

  @Override
  public List<Finding> check(TranslatedText text) {
    double dutch = length(text.dutch());
    if (!isChecked(text.dutch())) {
      return List.of();
    }
    double ratio = length(text.text()) / dutch;
    Bounds bounds = bounds(text.language());
    if (ratio >= bounds.min() && ratio <= bounds.max()) {
      return List.of();
    }
    return List.of(
        Finding.hint(
            text,
            String.format(
                Locale.ROOT,
                "is %.2f times as long as the Dutch text (%.2f to %.2f is usual): is a sentence"
                    + " missing or added?",
                ratio,
                bounds.min(),
                bounds.max())));
  }

  /** The usual length of a translation; empty when the length is not checked. */
  static Optional<UsualLength> usual(String dutch, Language language) {
    Bounds bounds = bounds(language);
    return isChecked(dutch)
        ? Optional.of(
            new UsualLength(
                (int) Math.ceil(length(dutch) * bounds.min()),
                (int) Math.floor(length(dutch) * bounds.max())))
        : Optional.empty();
  }

  private static boolean isChecked(String dutch) {
    return length(dutch) > MAX_UNCHECKED_LENGTH && !dutch.contains("plural");
  }

  private static Bounds bounds(Language language) {
    return switch (Script.of(language)) {
      case UScript.ARABIC -> ARABIC;
      case UScript.HAN -> HAN;
      case UScript.ETHIOPIC -> ETHIOPIC;
      default -> ALPHABET;
    };
  }

  private static int length(String text) {
    String visible = VisibleText.withoutKeywords(text);
    return visible.codePointCount(0, visible.length());
  }
}

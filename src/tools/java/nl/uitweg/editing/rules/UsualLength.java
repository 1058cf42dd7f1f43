package nl.uitweg.editing.rules;

import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * The number of visible characters that a translation usually has; {@link LengthRule} checks it.
 */
public record UsualLength(int min, int max) {

  /** Empty for a text whose length is not checked, because it is short or a plural. */
  public static Optional<UsualLength> of(String dutch, Language language) {
    return LengthRule.usual(dutch, language);
  }
}

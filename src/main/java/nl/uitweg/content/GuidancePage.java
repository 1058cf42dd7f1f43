package nl.uitweg.content;

import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * A guidance page in one language.
 *
 * @param textLanguage language of the text: Dutch when there is no translation
 * @param answer the one-sentence answer shown at the top
 * @param html the body
 * @param translatedFrom fingerprint of the Dutch text from which the page was translated
 * @param fingerprint fingerprint of this text
 * @param sourceFingerprint fingerprint of the current Dutch text
 */
public record GuidancePage(
    PageFacts facts,
    Language language,
    Language textLanguage,
    String title,
    String description,
    String answer,
    RenderedMarkdown html,
    Optional<String> translatedFrom,
    String fingerprint,
    String sourceFingerprint) {

  /** Whether the page shows the Dutch text because there is no translation. */
  public boolean untranslated() {
    return !textLanguage.equals(language);
  }

  /** Whether the translation was not made from the current Dutch text. */
  public boolean stale() {
    return !untranslated()
        && !language.equals(Language.DUTCH)
        && !translatedFrom.equals(Optional.of(sourceFingerprint));
  }
}

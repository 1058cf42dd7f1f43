package nl.uitweg.content;

import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * A guidance page in one language.
 *
 * @param written the language of the text: Dutch where a translation is missing
 * @param answer the sentence that answers
 * @param html the body; made from Markdown, HTML in the source is shown as text
 * @param of fingerprint of the Dutch text a translation was made from
 * @param fingerprint of this text
 * @param source fingerprint of the Dutch text of today
 */
public record GuidancePage(
    PageFacts facts,
    Language language,
    Language written,
    String title,
    String description,
    String answer,
    String html,
    Optional<String> of,
    String fingerprint,
    String source) {

  /** Whether the Dutch text stands here, because there is no translation. */
  public boolean untranslated() {
    return !written.equals(language);
  }

  /** Whether the Dutch text was changed after the translation was made. */
  public boolean stale() {
    return !untranslated() && !language.equals(Language.DUTCH) && !of.equals(Optional.of(source));
  }
}

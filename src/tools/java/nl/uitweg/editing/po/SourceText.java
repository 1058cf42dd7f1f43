package nl.uitweg.editing.po;

import java.util.List;
import java.util.Optional;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.i18n.Language;

/**
 * One Dutch text to translate, with its current translation, as exchanged with a translator.
 *
 * @param context identifies the text, as {@code msgctxt} in the PO file, for example {@code
 *     form:safety-hint} or {@code content/danger:title}
 * @param comments where the text is shown and what its arguments mean
 * @param reference file and line of the Dutch text
 * @param english the English text, unless it was made from an older Dutch text
 * @param translation the current translation; empty when there is none
 * @param stale whether the current translation was made from an older Dutch text
 * @param olderDutch the Dutch text from which a stale translation was made, if it is known
 */
record SourceText(
    String context,
    List<String> comments,
    String reference,
    String dutch,
    Optional<String> english,
    Optional<String> translation,
    boolean stale,
    Optional<String> olderDutch) {

  /** The key in the bundle, or the name of the piece of the page. */
  String key() {
    return context.substring(context.indexOf(':') + 1);
  }

  /** The Dutch text as a singular and a plural, when gettext can express it. */
  Optional<PluralMessage> dutchPlural() {
    return PluralMessage.parse(dutch).filter(PluralMessage::isSingularAndPlural);
  }

  /** The Dutch text as a plural, unless only ICU can express the current translation. */
  Optional<PluralMessage> plural() {
    return dutchPlural().filter(plural -> translation.isEmpty() || translatedPlural().isPresent());
  }

  /** The current translation as plural sentences. */
  Optional<PluralMessage> translatedPlural() {
    return translation.flatMap(PluralMessage::parse);
  }

  /** A new translation, to be checked; its location is its context. */
  TranslatedText translated(Language language, String text) {
    return new TranslatedText(context, context + ":", language, dutch, english, text);
  }
}

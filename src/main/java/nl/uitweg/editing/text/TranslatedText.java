package nl.uitweg.editing.text;

import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * One text beside its source, with the place where a person finds it.
 *
 * @param place as in a translator's bundle, for example {@code form:safety-hint}
 * @param where file, line and name, for messages
 * @param english what the same place says in English, which may differ from the Dutch on purpose
 */
public record TranslatedText(
    String place,
    String where,
    Language language,
    String dutch,
    Optional<String> english,
    String text) {

  /** Whether arguments are filled in: then it is an ICU message. */
  public boolean message() {
    return VisibleText.hasArguments(dutch) || VisibleText.hasArguments(text);
  }

  /** A title stands in the browser's history, where others may read it. */
  public boolean title() {
    String key = place.substring(place.indexOf(':') + 1);
    return !place.startsWith("desk/") && key.matches("title|title-.*|.*[.-]title");
  }
}

package nl.uitweg.editing.text;

import java.util.Optional;
import nl.uitweg.platform.i18n.Language;

/**
 * A text in one language with its Dutch source.
 *
 * @param context identifies the text, as {@code msgctxt} in a PO file, for example {@code
 *     form:safety-hint}
 * @param location file, line and key, for messages
 * @param english the English text, which may differ from the Dutch one on purpose
 */
public record TranslatedText(
    String context,
    String location,
    Language language,
    String dutch,
    Optional<String> english,
    String text) {

  /** Whether it has arguments, which makes it an ICU message. */
  public boolean isIcuMessage() {
    return VisibleText.hasArguments(dutch) || VisibleText.hasArguments(text);
  }

  /**
   * Whether it is a title for visitors. The browser history keeps titles, and others may read them
   * there.
   */
  public boolean isTitle() {
    String key = context.substring(context.indexOf(':') + 1);
    return !context.startsWith("desk/") && key.matches("title|title-.*|.*[.-]title");
  }
}

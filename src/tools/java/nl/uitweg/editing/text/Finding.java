package nl.uitweg.editing.text;

/**
 * A problem that must be corrected, or a hint for a person to judge.
 *
 * @param blocking whether it is a problem, which makes the check fail; otherwise it is a hint
 * @param language code of the language of the text
 * @param text file, line, what is wrong, and how to correct it
 */
public record Finding(boolean blocking, String language, String text) {

  public static Finding problem(TranslatedText text, String description) {
    return new Finding(true, text.language().code(), text.location() + " " + description);
  }

  public static Finding hint(TranslatedText text, String description) {
    return new Finding(false, text.language().code(), text.location() + " " + description);
  }
}

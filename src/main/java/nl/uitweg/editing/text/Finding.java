package nl.uitweg.editing.text;

/**
 * One thing that a person must mend, or look at.
 *
 * @param certain a problem; otherwise a hint, which a measure gives and a person judges
 * @param language code of the language in which it stands
 * @param text file, line, what, and how it becomes right
 */
public record Finding(boolean certain, String language, String text) {

  public static Finding problem(TranslatedText text, String what) {
    return new Finding(true, text.language().code(), text.where() + " " + what);
  }

  public static Finding hint(TranslatedText text, String what) {
    return new Finding(false, text.language().code(), text.where() + " " + what);
  }
}

package nl.uitweg.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/** The interface texts of one language, ICU message format; templates call {@code bundle.key}. */
public final class Texts {

  private final Language language;
  private final Map<String, String> texts;

  Texts(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * @throws IllegalArgumentException when the key does not exist: a mistake in code or template,
   *     found by a test
   */
  public String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No text " + key + " in " + language.code());
    }
    return text;
  }

  /**
   * The text with its arguments {@code {0}}, {@code {1}} … filled in, numbers and plurals by the
   * rules of the language; digits are 0 to 9, as in the texts and on every telephone.
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(get(key), locale()).format(arguments);
  }

  /** A number by the rules of the language, in digits 0 to 9: those on every telephone. */
  public String number(long number) {
    return new MessageFormat("{0, number}", locale()).format(new Object[] {number});
  }

  private ULocale locale() {
    return language.uLocale().setKeywordValue("numbers", "latn");
  }

  /** What stands before the only argument {@code {0}}: for texts with a link in them. */
  public String before(String key) {
    String text = get(key);
    return text.substring(0, text.indexOf("{0}"));
  }

  /** What stands after the only argument {@code {0}}. */
  public String after(String key) {
    String text = get(key);
    return text.substring(text.indexOf("{0}") + "{0}".length());
  }
}

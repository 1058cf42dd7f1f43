package nl.uitweg.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/**
 * The interface texts of one language, in ICU message format. A key consists of the name of the
 * bundle and the key within it, such as {@code form.send}.
 */
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
   * The text with this key, unformatted.
   *
   * @throws IllegalArgumentException when the key does not exist; a test finds such mistakes in
   *     code and templates
   */
  public String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "Text " + key + " does not exist in language " + language.code());
    }
    return text;
  }

  /**
   * The text with its arguments {@code {0}}, {@code {1}} … filled in. Numbers and plurals follow
   * the rules of the language, with digits 0 to 9.
   */
  public String get(String key, Object... arguments) {
    return new MessageFormat(get(key), locale()).format(arguments);
  }

  /**
   * A number formatted by the rules of the language, but with the digits 0 to 9, as on a telephone
   * keypad.
   */
  public String number(long number) {
    return new MessageFormat("{0, number}", locale()).format(new Object[] {number});
  }

  private ULocale locale() {
    return language.uLocale().setKeywordValue("numbers", "latn");
  }

  /** The part before the only argument {@code {0}}; for texts that contain a link. */
  public String before(String key) {
    String text = get(key);
    return text.substring(0, text.indexOf("{0}"));
  }

  /** The part after the only argument {@code {0}}. */
  public String after(String key) {
    String text = get(key);
    return text.substring(text.indexOf("{0}") + "{0}".length());
  }
}

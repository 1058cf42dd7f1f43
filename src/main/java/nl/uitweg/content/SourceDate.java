package nl.uitweg.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Texts;

/**
 * Translates the date of a source ({@code dated} in content files) into the reader's language.
 * Content files state it in English in a few fixed phrases, for example {@code before 2022}; other
 * fixed words, such as {@code not dated}, have a text of their own, and a plain date is returned
 * unchanged.
 */
public final class SourceDate {

  private static final Pattern PHRASE =
      Pattern.compile("(before|in force from) (.+)|(.+) or (later)");

  private SourceDate() {}

  public static String of(String dated, Texts texts) {
    Matcher phrase = PHRASE.matcher(dated);
    if (!phrase.matches()) {
      String key = key(dated);
      return texts.has(key) ? texts.get(key) : dated;
    }
    return phrase.group(1) == null
        ? texts.get(key(phrase.group(4)), phrase.group(3))
        : texts.get(key(phrase.group(1)), phrase.group(2));
  }

  private static String key(String words) {
    return "guidance.source-" + words.replace(' ', '-');
  }
}

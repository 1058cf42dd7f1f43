package nl.uitweg.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Texts;

/**
 * The age of a source in the reader's words. Content says it in English, in a few fixed ways; a
 * date by itself needs no words.
 */
public final class SourceAge {

  private static final Pattern SINCE =
      Pattern.compile("(before|in force from) (.+)|(.+) or (later)");

  private SourceAge() {}

  public static String of(String seen, Texts texts) {
    Matcher since = SINCE.matcher(seen);
    if (!since.matches()) {
      String key = key(seen);
      return texts.has(key) ? texts.get(key) : seen;
    }
    return since.group(1) == null
        ? texts.get(key(since.group(4)), since.group(3))
        : texts.get(key(since.group(1)), since.group(2));
  }

  private static String key(String words) {
    return "guidance.seen-" + words.replace(' ', '-');
  }
}

package nl.uitweg.editing.text;

import java.util.regex.Pattern;
import nl.uitweg.content.Marks;
import nl.uitweg.region.Region;

/**
 * Reduces a text to the translated words that a visitor sees: without {@code {tel:…}}, {@code
 * {org:…}} and {@code {picture:…}} marks, link targets and the syntax of ICU messages.
 */
public final class VisibleText {

  /** Number of an argument or name of a parameter. */
  private static final String NAME = "(?:\\d+|" + String.join("|", Region.TEXT_PARAMETERS) + ")";

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+ *[,}]");
  private static final Pattern MARK_WITHOUT_WORDS =
      Pattern.compile("\\{(?:" + Marks.WITHOUT_WORDS + "):[^{}]*}");
  private static final Pattern KEYWORD = Pattern.compile("\\{nl:([^{}]*)}");
  private static final Pattern LINK_TARGET = Pattern.compile("(?<=])\\([^()]*\\)");
  private static final Pattern SIMPLE_ARGUMENT = Pattern.compile("\\{" + NAME + "(?:,[^{}]*)?}");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "\\{"
              + NAME
              + ", *(?:plural|select|selectordinal),"
              + "|(?:=\\d+|\\b(?:zero|one|two|few|many|other)) *\\{|}");

  private static final Pattern PARENTHESIZED_OR_QUOTED =
      Pattern.compile(
          "\\([^()]*\\)|（[^（）]*）|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|「[^「」]*」|《[^《》]*》");

  private VisibleText() {}

  /** Whether the text has arguments such as {@code {0}}. */
  public static boolean hasArguments(String text) {
    return ARGUMENT.matcher(text).find();
  }

  /** The visible text without Dutch key words; all of it must be in the language itself. */
  public static String withoutKeywords(String text) {
    return strip(KEYWORD.matcher(text).replaceAll(" "));
  }

  /** The visible text with Dutch key words. */
  public static String withKeywords(String text) {
    return strip(KEYWORD.matcher(text).replaceAll("$1"));
  }

  /** Removes parenthesized and quoted parts, which may be in another language. */
  public static String withoutAsides(String text) {
    return PARENTHESIZED_OR_QUOTED.matcher(text).replaceAll(" ");
  }

  private static String strip(String text) {
    String visible = text.indexOf('{') < 0 ? text : withoutBraces(text);
    return LINK_TARGET.matcher(visible).replaceAll("").replace("**", "");
  }

  private static String withoutBraces(String text) {
    String visible = MARK_WITHOUT_WORDS.matcher(text).replaceAll(" ");
    visible = SIMPLE_ARGUMENT.matcher(visible).replaceAll(" ");
    return SELECTOR.matcher(visible).replaceAll(" ");
  }
}

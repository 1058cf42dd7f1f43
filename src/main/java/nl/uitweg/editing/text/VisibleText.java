package nl.uitweg.editing.text;

import java.util.regex.Pattern;

/** What of a text a visitor sees: without marks, addresses and the syntax of messages. */
public final class VisibleText {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+ *[,}]");
  private static final Pattern MARK = Pattern.compile("\\{(?:tel|org):[^{}]*}");
  private static final Pattern KEYWORD = Pattern.compile("\\{nl:([^{}]*)}");
  private static final Pattern TARGET = Pattern.compile("(?<=])\\([^()]*\\)");
  private static final Pattern SIMPLE = Pattern.compile("\\{\\d+(?:,[^{}]*)?}");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "\\{\\d+, *(?:plural|select|selectordinal),"
              + "|(?:=\\d+|\\b(?:zero|one|two|few|many|other)) *\\{|}");

  private static final Pattern ASIDE =
      Pattern.compile(
          "\\([^()]*\\)|（[^（）]*）|«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|「[^「」]*」|《[^《》]*》");

  private VisibleText() {}

  public static boolean hasArguments(String text) {
    return ARGUMENT.matcher(text).find();
  }

  /** Without Dutch key words too: what must be in the language itself. */
  public static String own(String text) {
    return rest(KEYWORD.matcher(text).replaceAll(" "));
  }

  /** With the Dutch key words. */
  public static String all(String text) {
    return rest(KEYWORD.matcher(text).replaceAll("$1"));
  }

  /** Without what stands between brackets or quotation marks, where other languages may stand. */
  public static String withoutAsides(String text) {
    return ASIDE.matcher(text).replaceAll(" ");
  }

  private static String rest(String text) {
    String visible = MARK.matcher(text).replaceAll(" ");
    visible = TARGET.matcher(visible).replaceAll("");
    visible = SIMPLE.matcher(visible).replaceAll(" ");
    return SELECTOR.matcher(visible).replaceAll(" ").replace("**", "");
  }
}

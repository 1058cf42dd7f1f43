package nl.uitweg.platform.page;

import java.util.regex.Pattern;

/**
 * Takes out what only the author needs: comments, indentation, and in a stylesheet the spaces
 * around its signs. Text inside elements keeps one space.
 */
final class Minifier {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern LINE_START = Pattern.compile("\\s*\\n\\s*");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SIGN = Pattern.compile(" ?([{};,>]) ?|(:) ");

  private Minifier() {}

  /** A colon keeps the space before it: there it is a selector below another one. */
  static String css(String css) {
    String flat = SPACE.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll(" ");
    return SIGN.matcher(flat).replaceAll("$1$2").strip();
  }

  static String js(String js) {
    return LINE_START.matcher(COMMENT.matcher(js).replaceAll("")).replaceAll("\n").strip();
  }

  /**
   * Indentation and blank lines only; no {@code pre} or {@code textarea} stands in a stored page.
   */
  static String html(String html) {
    return LINE_START.matcher(html).replaceAll("\n").strip() + "\n";
  }
}

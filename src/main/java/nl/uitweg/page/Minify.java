package nl.uitweg.page;

import java.util.regex.Pattern;

/**
 * Takes out what only the author needs: comments and indentation. Text inside elements keeps one
 * space.
 */
final class Minify {

  private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern LINE_START = Pattern.compile("\\s*\\n\\s*");

  private Minify() {}

  static String css(String css) {
    return LINE_START.matcher(CSS_COMMENT.matcher(css).replaceAll("")).replaceAll("\n").strip();
  }

  /**
   * Indentation and blank lines only; no {@code pre} or {@code textarea} stands in a stored page.
   */
  static String html(String html) {
    return LINE_START.matcher(html).replaceAll("\n").strip() + "\n";
  }
}

package nl.uitweg.platform.page;

import java.util.regex.Pattern;

/**
 * Removes comments and indentation from stylesheets and scripts, spaces around punctuation from
 * stylesheets, and indentation from HTML.
 */
final class Minifier {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern LINE_START = Pattern.compile("\\s*\\n\\s*");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PUNCTUATION = Pattern.compile(" ?([{};,>]) ?|(:) ");

  private Minifier() {}

  /**
   * Keeps the space before a colon: it is the descendant combinator when a pseudo-class follows.
   */
  static String css(String css) {
    String flat = SPACE.matcher(COMMENT.matcher(css).replaceAll("")).replaceAll(" ");
    return PUNCTUATION.matcher(flat).replaceAll("$1$2").strip();
  }

  static String js(String js) {
    return LINE_START.matcher(COMMENT.matcher(js).replaceAll("")).replaceAll("\n").strip();
  }

  /**
   * Removes indentation and blank lines only; stored pages contain no {@code pre} or {@code
   * textarea}.
   */
  static String html(String html) {
    return LINE_START.matcher(html).replaceAll("\n").strip() + "\n";
  }
}

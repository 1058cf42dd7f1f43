package nl.uitweg.platform.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code theme.css}: custom properties in a light and a dark block, and nothing else. A theme
 * can therefore change how the site looks, but cannot load anything from another host. The result
 * is a {@link Theme}.
 */
final class ThemeFile {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
  private static final Pattern LIGHT_BLOCK = Pattern.compile("\\s*:root\\s*\\{");
  private static final Pattern DARK_BLOCK =
      Pattern.compile("\\s*@media\\s*\\(prefers-color-scheme:\\s*dark\\)\\s*\\{\\s*:root\\s*\\{");
  private static final Pattern DECLARATION =
      Pattern.compile("\\s*([^:;{}]*):([^;{}]*)(;[;\\s]*|(?=\\}))");
  private static final Pattern BLOCK_END = Pattern.compile("\\s*\\}");

  /**
   * The prefix of this application and those of themes of Dutch municipalities (NL Design System).
   */
  private static final Pattern TOKEN_NAME =
      Pattern.compile("--(uw|utrecht|nl|basis|denhaag|of|signalen)-[a-z0-9-]+");

  private static final Pattern TOKEN_VALUE = Pattern.compile("[\\w#%.,()\"' +*/-]+");
  private static final Pattern FORBIDDEN_FUNCTION =
      Pattern.compile(
          "(?<=^|[^\\w-])(?!(var|rgba?|hsla?|calc|min|max|clamp|linear-gradient)\\()([\\w-]+)\\(");

  private final String css;
  private final String name;
  private int position;

  private ThemeFile(String css, String name) {
    this.css = css;
    this.name = name;
  }

  /**
   * Parses the text of a theme file.
   *
   * @param name name of the file, for messages
   * @param baseTokens the tokens that must have a value in both blocks
   * @throws IllegalStateException with file, line and reason when the file is not a valid theme
   */
  static Theme parse(String text, String name, Set<String> baseTokens) {
    // Each comment is replaced by its line breaks, which keeps line numbers correct.
    String css = COMMENT.matcher(text).replaceAll(c -> c.group().replaceAll("[^\\n]", ""));
    ThemeFile file = new ThemeFile(css, name);
    Map<String, String> light = new LinkedHashMap<>();
    Map<String, String> dark = new LinkedHashMap<>();
    while (!css.substring(file.position).isBlank()) {
      if (file.consume(LIGHT_BLOCK) != null) {
        file.parseBlock(light, baseTokens);
      } else if (file.consume(DARK_BLOCK) != null) {
        file.parseBlock(dark, baseTokens);
        file.requireBlockEnd();
      } else {
        throw file.problem(
            "only :root { … } and @media (prefers-color-scheme: dark) { :root { … } } are"
                + " allowed here");
      }
    }
    for (String token : baseTokens) {
      if (!light.containsKey(token) || !dark.containsKey(token)) {
        throw file.problem(token + " needs a value in both blocks, light and dark");
      }
    }
    return new Theme(light, dark);
  }

  private void parseBlock(Map<String, String> tokens, Set<String> baseTokens) {
    for (Matcher declaration = consume(DECLARATION);
        declaration != null;
        declaration = consume(DECLARATION)) {
      String name = declaration.group(1).strip();
      String value = declaration.group(2).strip();
      String reason = problemWith(name, value, baseTokens);
      if (!reason.isEmpty()) {
        position = declaration.start(1);
        throw problem(reason);
      }
      tokens.put(name, value);
    }
    requireBlockEnd();
  }

  private static String problemWith(String name, String value, Set<String> baseTokens) {
    if (!TOKEN_NAME.matcher(name).matches()) {
      return name + " is not a token of NL Design System; --utrecht-… or --uw-… is expected";
    }
    if (name.startsWith("--uw-") && !baseTokens.contains(name)) {
      return name + " is not a known token; known tokens: " + String.join(", ", baseTokens);
    }
    Matcher function = FORBIDDEN_FUNCTION.matcher(value);
    if (function.find()) {
      return function.group(2) + "( is not allowed in a value";
    }
    boolean quotesBalanced = count(value, '"') % 2 == 0 && count(value, '\'') % 2 == 0;
    if (!TOKEN_VALUE.matcher(value).matches()
        || !quotesBalanced
        || count(value, '(') != count(value, ')')) {
      return "the value of " + name + " is not a valid token value";
    }
    return "";
  }

  private static long count(String value, char sign) {
    return value.chars().filter(c -> c == sign).count();
  }

  private void requireBlockEnd() {
    if (consume(BLOCK_END) == null) {
      throw problem("expected --token: value; or the end of the block");
    }
  }

  /** Consumes the pattern at the current position; null when the text there does not match. */
  private @Nullable Matcher consume(Pattern pattern) {
    Matcher matcher = pattern.matcher(css).region(position, css.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher;
  }

  private IllegalStateException problem(String reason) {
    int start = position;
    while (start < css.length() && Character.isWhitespace(css.charAt(start))) {
      start++;
    }
    long line = css.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalStateException(name + ":" + line + ": " + reason);
  }
}

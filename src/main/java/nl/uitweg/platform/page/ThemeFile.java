package nl.uitweg.platform.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code content/theme.css}: custom properties in two blocks and nothing else, so that a
 * theme can change how the site looks and never what it does or whom it calls. Makes a {@link
 * Theme}.
 */
final class ThemeFile {

  private static final String FILE = "content/theme.css:";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
  private static final Pattern LIGHT = Pattern.compile("\\s*:root\\s*\\{");
  private static final Pattern DARK =
      Pattern.compile("\\s*@media\\s*\\(prefers-color-scheme:\\s*dark\\)\\s*\\{\\s*:root\\s*\\{");
  private static final Pattern DECLARATION =
      Pattern.compile("\\s*([^:;{}]*):([^;{}]*)(;[;\\s]*|(?=\\}))");
  private static final Pattern END = Pattern.compile("\\s*\\}");

  /** Ours, and the families that stand together in the theme of a municipality. */
  private static final Pattern NAME =
      Pattern.compile("--(uw|utrecht|nl|basis|denhaag|of|signalen)-[a-z0-9-]+");

  private static final Pattern VALUE = Pattern.compile("[\\w#%.,()\"' +*/-]+");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<=^|[^\\w-])(?!(var|rgba?|hsla?|calc|min|max|clamp|linear-gradient)\\()([\\w-]+)\\(");

  private final String css;
  private int at;

  private ThemeFile(String css) {
    this.css = css;
  }

  /**
   * @param base the tokens that must have a value, light and dark
   * @throws IllegalStateException with file, line and reason
   */
  static Theme parse(String text, Set<String> base) {
    // A comment becomes its own line ends, so that line numbers stay true.
    String css = COMMENT.matcher(text).replaceAll(c -> c.group().replaceAll("[^\\n]", ""));
    ThemeFile file = new ThemeFile(css);
    Map<String, String> light = new LinkedHashMap<>();
    Map<String, String> dark = new LinkedHashMap<>();
    while (!css.substring(file.at).isBlank()) {
      if (file.take(LIGHT) != null) {
        file.block(light, base);
      } else if (file.take(DARK) != null) {
        file.block(dark, base);
        file.end();
      } else {
        throw file.problem(
            "only :root { … } and @media (prefers-color-scheme: dark) { :root { … } } may stand"
                + " here");
      }
    }
    for (String name : base) {
      if (!light.containsKey(name) || !dark.containsKey(name)) {
        throw file.problem(name + " needs a value in both blocks, light and dark");
      }
    }
    return new Theme(light, dark);
  }

  private void block(Map<String, String> tokens, Set<String> base) {
    for (Matcher found = take(DECLARATION); found != null; found = take(DECLARATION)) {
      String name = found.group(1).strip();
      String value = found.group(2).strip();
      String reason = reason(name, value, base);
      if (!reason.isEmpty()) {
        at = found.start(1);
        throw problem(reason);
      }
      tokens.put(name, value);
    }
    end();
  }

  private static String reason(String name, String value, Set<String> base) {
    if (!NAME.matcher(name).matches()) {
      return name + " is not a token of NL Design System; --utrecht-… or --uw-… is expected";
    }
    if (name.startsWith("--uw-") && !base.contains(name)) {
      return name + " does not exist; there are " + String.join(", ", base);
    }
    Matcher function = FUNCTION.matcher(value);
    if (function.find()) {
      return function.group(2) + "( may not stand in a value";
    }
    boolean whole = count(value, '"') % 2 == 0 && count(value, '\'') % 2 == 0;
    if (!VALUE.matcher(value).matches() || !whole || count(value, '(') != count(value, ')')) {
      return "the value of " + name + " cannot be read";
    }
    return "";
  }

  private static long count(String value, char sign) {
    return value.chars().filter(c -> c == sign).count();
  }

  private void end() {
    if (take(END) == null) {
      throw problem("expected --token: value; or the end of the block");
    }
  }

  /** What comes next, if it is this. */
  private @Nullable Matcher take(Pattern pattern) {
    Matcher matcher = pattern.matcher(css).region(at, css.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private IllegalStateException problem(String reason) {
    int start = at;
    while (start < css.length() && Character.isWhitespace(css.charAt(start))) {
      start++;
    }
    long line = css.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new IllegalStateException(FILE + line + ": " + reason);
  }
}

package nl.uitweg.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The design tokens of the region, parsed by {@link ThemeFile} from the {@code theme.css} of the
 * region, or else from {@code content/theme.css}. Browsers get only the tokens that the style rules
 * need.
 *
 * @param light values by name of the token, which includes the leading dashes
 * @param dark values that differ with {@code prefers-color-scheme: dark}
 */
record Theme(Map<String, String> light, Map<String, String> dark) {

  private static final String BASE_PREFIX = "--uw-";
  private static final Pattern TOKEN_REFERENCE = Pattern.compile("var\\(\\s*(--[\\w-]+)");

  Theme {
    light = new LinkedHashMap<>(light);
    dark = new LinkedHashMap<>(dark);
  }

  /**
   * Reads the theme of the region.
   *
   * @param content the folder {@code content}
   * @param stylesheet its {@code --uw-} tokens are the base tokens that the theme must define
   * @throws UncheckedIOException when {@code theme.css} is missing or cannot be read
   * @throws IllegalStateException with file, line and reason when it is not a valid theme
   */
  static Theme read(Path content, String stylesheet) {
    try {
      return parse(Files.readString(content.resolve("theme.css")), "content/theme.css", stylesheet);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "content/theme.css is missing or cannot be read as UTF-8 text", e);
    }
  }

  /**
   * @param css the theme
   * @param file its name in messages
   * @param stylesheet as in {@link #read}
   * @throws IllegalStateException with file, line and reason when it is not a valid theme
   */
  static Theme parse(String css, String file, String stylesheet) {
    return ThemeFile.parse(css, file, baseTokens(stylesheet));
  }

  /** The {@code --uw-} tokens that a stylesheet uses; only the theme gives them a value. */
  static Set<String> baseTokens(String stylesheet) {
    return tokens(stylesheet).stream()
        .filter(name -> name.startsWith(BASE_PREFIX))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The theme as CSS that precedes the stylesheet; print always uses the light values. */
  String css(String stylesheet) {
    Set<String> used = withReferencedTokens(tokens(stylesheet));
    return ":root{"
        + declarations(light, used)
        + "}@media screen and (prefers-color-scheme:dark){:root{"
        + declarations(dark, used)
        + "}}";
  }

  private static String declarations(Map<String, String> tokens, Set<String> used) {
    return tokens.entrySet().stream()
        .filter(token -> used.contains(token.getKey()))
        .map(token -> token.getKey() + ":" + token.getValue())
        .collect(Collectors.joining(";"));
  }

  /** Adds the tokens that the values of these tokens refer to, transitively. */
  private Set<String> withReferencedTokens(Set<String> used) {
    Set<String> all = new TreeSet<>(used);
    for (Map<String, String> tokens : List.of(light, dark)) {
      tokens.forEach(
          (name, value) -> {
            if (used.contains(name)) {
              all.addAll(tokens(value));
            }
          });
    }
    return all.equals(used) ? all : withReferencedTokens(all);
  }

  private static Set<String> tokens(String css) {
    Set<String> tokens = new TreeSet<>();
    Matcher matcher = TOKEN_REFERENCE.matcher(css);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    return tokens;
  }
}

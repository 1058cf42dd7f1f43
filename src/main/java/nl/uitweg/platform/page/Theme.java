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
 * The design tokens of the region, read by {@link ThemeFile} from {@code content/theme.css}. Of a
 * theme of a whole municipality only what the stylesheet reads goes to visitors.
 *
 * @param light name, with its two dashes, to value
 * @param dark what is different for who asks for dark
 */
record Theme(Map<String, String> light, Map<String, String> dark) {

  private static final String BASE = "--uw-";
  private static final Pattern READ = Pattern.compile("var\\(\\s*(--[\\w-]+)");

  Theme {
    light = new LinkedHashMap<>(light);
    dark = new LinkedHashMap<>(dark);
  }

  /**
   * @param content the folder {@code content}
   * @param stylesheet decides which base tokens there are
   * @throws IllegalStateException with file, line and reason
   */
  static Theme read(Path content, String stylesheet) {
    try {
      return ThemeFile.parse(Files.readString(content.resolve("theme.css")), base(stylesheet));
    } catch (IOException e) {
      throw new UncheckedIOException("content/theme.css cannot be read as UTF-8 text", e);
    }
  }

  /** The tokens of our own that a stylesheet reads; they have no other value than the theme's. */
  static Set<String> base(String stylesheet) {
    return tokens(stylesheet).stream()
        .filter(name -> name.startsWith(BASE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The theme as the start of the stylesheet; paper is always light. */
  String css(String stylesheet) {
    Set<String> read = closure(tokens(stylesheet));
    return ":root{"
        + declarations(light, read)
        + "}@media screen and (prefers-color-scheme:dark){:root{"
        + declarations(dark, read)
        + "}}";
  }

  private static String declarations(Map<String, String> tokens, Set<String> read) {
    return tokens.entrySet().stream()
        .filter(token -> read.contains(token.getKey()))
        .map(token -> token.getKey() + ":" + token.getValue())
        .collect(Collectors.joining(";"));
  }

  /** With the tokens that the values of these tokens read. */
  private Set<String> closure(Set<String> read) {
    Set<String> all = new TreeSet<>(read);
    for (Map<String, String> tokens : List.of(light, dark)) {
      tokens.forEach(
          (name, value) -> {
            if (read.contains(name)) {
              all.addAll(tokens(value));
            }
          });
    }
    return all.equals(read) ? all : closure(all);
  }

  private static Set<String> tokens(String css) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = READ.matcher(css);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}

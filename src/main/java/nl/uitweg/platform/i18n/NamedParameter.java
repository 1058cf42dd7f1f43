package nl.uitweg.platform.i18n;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named parameter in a text, with its format: {@code {region}} or {@code {municipality_count,
 * plural, …}}.
 *
 * @param name the word after the brace
 * @param start index of its opening brace in the text
 * @param group the whole group, with its braces
 */
public record NamedParameter(String name, int start, String group) {

  private static final Pattern NAMED = Pattern.compile("\\{([a-z][a-z_]*) *[,}]");
  private static final Pattern NUMBERED = Pattern.compile("\\{\\d+ *[,}]");
  private static final Pattern MARK = Pattern.compile("\\{[a-z]+:[^{}]*}");

  /** First of the private-use characters that stand for marks while a group is formatted. */
  private static final int PLACEHOLDER = 0xE000;

  /**
   * The named parameters of a text that are not inside another one, in order. A brace that starts
   * neither a parameter nor a numbered argument is text.
   *
   * @throws IllegalArgumentException when the braces of a parameter are not balanced
   */
  public static List<NamedParameter> in(String text) {
    List<NamedParameter> parameters = new ArrayList<>();
    // Whether each open group is a message, in which a brace starts an argument; in the format of
    // an argument, a brace starts the message of a case.
    Deque<Boolean> openGroups = new ArrayDeque<>();
    int i = 0;
    while (i < text.length()) {
      boolean inMessage = openGroups.isEmpty() || openGroups.peek();
      char c = text.charAt(i);
      if (c == '{' && inMessage) {
        Matcher named = NAMED.matcher(text).region(i, text.length());
        if (named.lookingAt()) {
          int end = end(text, i);
          parameters.add(new NamedParameter(named.group(1), i, text.substring(i, end)));
          i = end;
          continue;
        }
        if (NUMBERED.matcher(text).region(i, text.length()).lookingAt()) {
          openGroups.push(false);
        }
      } else if (c == '{') {
        openGroups.push(true);
      } else if (c == '}' && !openGroups.isEmpty()) {
        openGroups.pop();
      }
      i = next(text, i);
    }
    return parameters;
  }

  /** The next index to look at, which is after a mark when one starts here. */
  private static int next(String text, int i) {
    if (text.charAt(i) != '{') {
      return i + 1;
    }
    Matcher mark = MARK.matcher(text).region(i, text.length());
    return mark.lookingAt() ? mark.end() : i + 1;
  }

  private static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(
        "the braces are not balanced after "
            + text.substring(start, Math.min(start + 30, text.length())));
  }

  int end() {
    return start + group.length();
  }

  /** The group as an ICU message, in which marks are replaced by one character each. */
  public String icuPattern() {
    Matcher marks = MARK.matcher(group);
    int[] count = {0};
    return marks.replaceAll(mark -> Character.toString(PLACEHOLDER + count[0]++));
  }

  /** Replaces the placeholders of {@link #icuPattern} by the marks. */
  String restoreMarks(String formatted) {
    String restored = formatted;
    List<String> marks = MARK.matcher(group).results().map(mark -> mark.group()).toList();
    for (int i = 0; i < marks.size(); i++) {
      restored = restored.replace(Character.toString(PLACEHOLDER + i), marks.get(i));
    }
    return restored;
  }
}

package nl.uitweg.region;

import java.util.regex.Pattern;

/** Names of regions, municipalities and places. */
final class Names {

  /**
   * None of these characters has a meaning in HTML, in Markdown within a line, or in ICU messages.
   */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,'’()/-]+");

  private Names() {}

  /**
   * The name with the apostrophe of Dutch typography. A straight apostrophe would start quoted text
   * in an ICU message.
   *
   * @param key key of the name, for the message
   * @throws IllegalArgumentException when the name has another character than letters, digits,
   *     spaces and {@code . , ' ’ ( ) / -}
   */
  static String checked(String name, String key) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s': '%s' may only have letters, digits, spaces and . , ' ( ) / -"
              .formatted(key, name));
    }
    return name.replace('\'', '’');
  }
}

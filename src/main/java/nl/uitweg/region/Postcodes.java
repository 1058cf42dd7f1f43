package nl.uitweg.region;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The four digits of Dutch postcodes, as a single value or a range. */
final class Postcodes {

  private static final Pattern RANGE = Pattern.compile("([1-9]\\d{3})(?:-([1-9]\\d{3}))?");

  private Postcodes() {}

  /**
   * Every postcode of a range such as {@code 2101-2106}, or the single one.
   *
   * @throws IllegalArgumentException when it has another form, or its end is before its start
   */
  static IntStream of(String range) {
    Matcher matcher = RANGE.matcher(range);
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first <= last) {
        return IntStream.rangeClosed(first, last);
      }
    }
    throw new IllegalArgumentException(
        "'" + range + "' is not a postcode or a range: write \"2116\" or \"2101-2106\"");
  }
}

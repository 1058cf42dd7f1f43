package nl.uitweg.desk.address;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** House numbers from 2 to 100 that are written as a word in Dutch or English. */
final class NumberWords {

  private static final List<String> DUTCH =
      List.of(
          "",
          "een",
          "twee",
          "drie",
          "vier",
          "vijf",
          "zes",
          "zeven",
          "acht",
          "negen",
          "tien",
          "elf",
          "twaalf",
          "dertien",
          "veertien",
          "vijftien",
          "zestien",
          "zeventien",
          "achttien",
          "negentien");

  private static final List<String> DUTCH_TENS =
      List.of(
          "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig");

  private static final List<String> ENGLISH =
      List.of(
          "",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> ENGLISH_TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final Map<String, Integer> VALUES = values();

  private NumberWords() {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    for (int unit = 2; unit < DUTCH.size(); unit++) {
      values.put(DUTCH.get(unit), unit);
      values.put(ENGLISH.get(unit), unit);
    }
    for (int ten = 0; ten < DUTCH_TENS.size(); ten++) {
      int value = 10 * (ten + 2);
      values.put(DUTCH_TENS.get(ten), value);
      values.put(ENGLISH_TENS.get(ten), value);
      for (int unit = 1; unit < 10; unit++) {
        values.put(DUTCH.get(unit) + "en" + DUTCH_TENS.get(ten), value + unit);
        values.put(ENGLISH_TENS.get(ten) + ENGLISH.get(unit), value + unit);
      }
    }
    values.put("honderd", 100);
    values.put("hundred", 100);
    return values;
  }

  /** The value of a word such as "zevenentwintig" or "twelve". */
  static Optional<Integer> of(String word) {
    return Optional.ofNullable(VALUES.get(word));
  }
}

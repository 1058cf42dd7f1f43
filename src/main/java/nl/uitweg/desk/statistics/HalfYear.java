package nl.uitweg.desk.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The smallest period of which figures are shown; a chosen period is a row of half-years. Any finer
 * choice would let two periods be subtracted.
 *
 * @param half 1 or 2
 */
record HalfYear(int year, int half) implements Comparable<HalfYear> {

  private static final Pattern KEY = Pattern.compile("(20\\d{2})-([12])");
  private static final int MONTHS = 6;

  static Optional<HalfYear> of(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? Optional.of(
            new HalfYear(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  static HalfYear of(LocalDate day) {
    return new HalfYear(day.getYear(), day.getMonthValue() <= MONTHS ? 1 : 2);
  }

  /** This many half-years up to and including the last, oldest first. */
  static List<HalfYear> upTo(HalfYear last, int count) {
    List<HalfYear> found = new ArrayList<>();
    for (HalfYear one = last; found.size() < count; one = one.previous()) {
      found.add(0, one);
    }
    return found;
  }

  HalfYear previous() {
    return half == 2 ? new HalfYear(year, 1) : new HalfYear(year - 1, 2);
  }

  LocalDate first() {
    return LocalDate.of(year, half == 1 ? 1 : 1 + MONTHS, 1);
  }

  /** The first day after it. */
  LocalDate past() {
    return first().plusMonths(MONTHS);
  }

  List<String> months() {
    return IntStream.range(0, MONTHS)
        .mapToObj(i -> YearMonth.from(first()).plusMonths(i).toString())
        .toList();
  }

  /** As in addresses: {@code 2026-1}. */
  String key() {
    return year + "-" + half;
  }

  @Override
  public int compareTo(HalfYear other) {
    return Integer.compare(year * 2 + half, other.year * 2 + other.half);
  }
}

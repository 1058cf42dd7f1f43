package nl.uitweg.desk.statistics.count;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Half a calendar year, the shortest period that a reader can choose. Longer periods consist of
 * consecutive half-years. With other periods, the difference between two that overlap could reveal
 * a hidden number.
 *
 * @param half 1 or 2
 */
public record HalfYear(int year, int half) implements Comparable<HalfYear> {

  private static final Pattern KEY = Pattern.compile("(20\\d{2})-([12])");
  private static final int MONTHS = 6;

  /** Parses {@link #key()}; empty when the text is not such a key. */
  public static Optional<HalfYear> of(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? Optional.of(
            new HalfYear(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  public static HalfYear of(LocalDate day) {
    return new HalfYear(day.getYear(), day.getMonthValue() <= MONTHS ? 1 : 2);
  }

  /** The given number of half-years up to and including the last one, oldest first. */
  public static List<HalfYear> upTo(HalfYear last, int count) {
    List<HalfYear> halfYears = new ArrayList<>();
    for (HalfYear current = last; halfYears.size() < count; current = current.previous()) {
      halfYears.add(0, current);
    }
    return halfYears;
  }

  public HalfYear previous() {
    return half == 2 ? new HalfYear(year, 1) : new HalfYear(year - 1, 2);
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, half == 1 ? 1 : 1 + MONTHS, 1);
  }

  /** The first day after it. */
  public LocalDate endExclusive() {
    return firstDay().plusMonths(MONTHS);
  }

  /** The months that have begun, for example {@code 2026-01}. */
  List<String> months(LocalDate today) {
    return IntStream.range(0, MONTHS)
        .mapToObj(i -> YearMonth.from(firstDay()).plusMonths(i))
        .filter(month -> !month.isAfter(YearMonth.from(today)))
        .map(YearMonth::toString)
        .toList();
  }

  /** The key as used in addresses, for example {@code 2026-1}. */
  public String key() {
    return year + "-" + half;
  }

  @Override
  public int compareTo(HalfYear other) {
    return Integer.compare(year * 2 + half, other.year * 2 + other.half);
  }
}

package nl.uitweg.desk.statistics;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.desk.statistics.count.Period;
import nl.uitweg.desk.statistics.count.SafeTable;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;

/**
 * Creates the {@link Trend} of a municipality or the region. It shows and adds up the numbers of
 * half-years that the reader may see anyway, so it reveals nothing more.
 */
final class TrendFactory {

  private final SortedMap<HalfYear, SafeTable> months;
  private final Optional<String> municipality;
  private final boolean running;
  private final Texts texts;

  /**
   * @param months the numbers per month of each half-year
   * @param municipality id of a municipality; empty for the region
   * @param running whether the last half-year has not ended
   */
  TrendFactory(
      SortedMap<HalfYear, SafeTable> months,
      Optional<String> municipality,
      boolean running,
      Texts texts) {
    this.months = months;
    this.municipality = municipality;
    this.running = running;
    this.texts = texts;
  }

  Trend create() {
    List<Integer> years =
        new ArrayList<>(
            new TreeSet<>(months.keySet().stream().map(HalfYear::year).toList()).descendingSet());
    Map<YearMonth, OptionalLong> numbers = new HashMap<>();
    months
        .values()
        .forEach(
            table ->
                period(List.of(table))
                    .lines()
                    .forEach(line -> numbers.put(YearMonth.parse(line.category()), line.number())));
    List<String> yearNames = years.stream().map(year -> Integer.toString(year)).toList();
    List<Trend.Row> rows =
        Stream.of(Month.values()).map(month -> row(month, years, numbers)).toList();
    boolean anyHidden = numbers.values().stream().anyMatch(OptionalLong::isEmpty);
    return new Trend(
        texts.get("figures.trend", yearNames.get(yearNames.size() - 1), yearNames.get(0)),
        sentence(),
        yearNames,
        rows.stream().filter(TrendFactory::hasBegun).toList(),
        years.stream().map(year -> text(total(halfYears(year)))).toList(),
        anyHidden,
        TrendDrawing.of(yearNames, rows, texts.get("figures.hidden")));
  }

  private Trend.Row row(Month month, List<Integer> years, Map<YearMonth, OptionalLong> numbers) {
    return new Trend.Row(
        Dates.monthName(month, texts.language()),
        Dates.shortMonthName(month, texts.language()).substring(0, 3),
        years.stream()
            .map(
                year ->
                    Optional.ofNullable(numbers.get(YearMonth.of(year, month)))
                        .map(number -> new Trend.Cell(text(number), number))
                        .orElse(Trend.Cell.NONE))
            .toList());
  }

  private static boolean hasBegun(Trend.Row row) {
    return row.cells().stream().anyMatch(cell -> !cell.text().isEmpty());
  }

  private String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : texts.get("figures.hidden");
  }

  private List<HalfYear> halfYears(int year) {
    return months.keySet().stream().filter(half -> half.year() == year).toList();
  }

  /** The reports of these half-years together; empty when the number of one of them is hidden. */
  private OptionalLong total(List<HalfYear> halfYears) {
    return period(halfYears.stream().flatMap(half -> find(half).stream()).toList()).total();
  }

  private Optional<SafeTable> find(HalfYear half) {
    return Optional.ofNullable(months.get(half));
  }

  private Period period(List<SafeTable> tables) {
    return municipality
        .map(id -> Period.ofRow(tables, id))
        .orElseGet(() -> Period.ofRegion(tables));
  }

  /** How many reports came in, compared with the year before as far as both are shown. */
  private String sentence() {
    HalfYear last = months.lastKey();
    String year = Integer.toString(last.year());
    OptionalLong now = total(halfYears(last.year()));
    String scope = running ? "so-far" : "half-" + last.half();
    if (now.isEmpty()) {
      OptionalLong inHalf = running ? OptionalLong.empty() : total(List.of(last));
      return inHalf.isPresent()
          ? texts.get("figures.trend-second-half", year, inHalf.getAsLong())
          : texts.get("figures.trend-hidden", year);
    }
    String sentence = texts.get("figures.trend-" + scope, year, now.getAsLong());
    OptionalLong before = before(last);
    return before.isEmpty() ? sentence : sentence + " " + comparison(last, now, before);
  }

  /** The reports of the year before, or of its first half when this year has no more. */
  private OptionalLong before(HalfYear last) {
    HalfYear firstHalf = new HalfYear(last.year() - 1, 1);
    HalfYear secondHalf = new HalfYear(last.year() - 1, 2);
    List<HalfYear> compared =
        running || last.half() == 2 ? List.of(firstHalf, secondHalf) : List.of(firstHalf);
    return months.keySet().containsAll(compared) ? total(compared) : OptionalLong.empty();
  }

  private String comparison(HalfYear last, OptionalLong now, OptionalLong before) {
    String yearBefore = Integer.toString(last.year() - 1);
    if (running) {
      return texts.get("figures.trend-whole-before", yearBefore, before.getAsLong());
    }
    long more = now.getAsLong() - before.getAsLong();
    String key = more == 0 ? "same" : more > 0 ? "more" : "less";
    return texts.get("figures.trend-" + key, yearBefore, Math.abs(more));
  }
}

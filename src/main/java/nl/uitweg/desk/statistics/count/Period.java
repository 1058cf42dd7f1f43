package nl.uitweg.desk.statistics.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The figures of one municipality, or of the region, in one dimension over consecutive half-years.
 * A sum is shown only when none of the numbers added up is hidden, so a sum never reveals a hidden
 * number.
 *
 * @param lines in the order of the categories
 * @param total total of all categories; empty when it is hidden in one of the half-years
 */
public record Period(List<Line> lines, OptionalLong total) {

  /** The sum of one category; the number is empty when hidden. */
  public record Line(String category, OptionalLong number) {}

  public static Period ofRow(List<SafeTable> halfYears, String row) {
    return sum(
        halfYears, table -> table.rowTotal(row), (table, category) -> table.cell(row, category));
  }

  public static Period ofRegion(List<SafeTable> halfYears) {
    return sum(halfYears, SafeTable::total, SafeTable::columnTotal);
  }

  /** The number of reports per municipality; the municipalities are the categories. */
  public static Period ofMunicipalities(List<SafeTable> halfYears) {
    List<Line> lines =
        halfYears.get(0).rows().stream()
            .map(row -> new Line(row, sum(halfYears, table -> table.rowTotal(row))))
            .toList();
    return new Period(lines, sum(halfYears, SafeTable::total));
  }

  private interface CellSelector {
    OptionalLong of(SafeTable table, String category);
  }

  private static Period sum(
      List<SafeTable> halfYears, Function<SafeTable, OptionalLong> total, CellSelector cell) {
    Set<String> categories = new LinkedHashSet<>();
    halfYears.forEach(table -> categories.addAll(table.categories()));
    List<Line> lines = new ArrayList<>();
    for (String category : categories) {
      List<SafeTable> tablesWithCategory =
          halfYears.stream().filter(table -> table.categories().contains(category)).toList();
      lines.add(new Line(category, sum(tablesWithCategory, table -> cell.of(table, category))));
    }
    return new Period(lines, sum(halfYears, total));
  }

  private static OptionalLong sum(
      List<SafeTable> halfYears, Function<SafeTable, OptionalLong> number) {
    long sum = 0;
    for (SafeTable table : halfYears) {
      OptionalLong part = number.apply(table);
      if (part.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += part.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /**
   * The sum of the lines whose number is hidden, which a reader could also calculate by
   * subtraction. Empty when nothing is hidden, or when the total is hidden too.
   */
  public OptionalLong hiddenSum() {
    boolean anyHidden = lines.stream().anyMatch(line -> line.number().isEmpty());
    return anyHidden && total.isPresent()
        ? OptionalLong.of(
            total.getAsLong() - lines.stream().mapToLong(line -> line.number().orElse(0)).sum())
        : OptionalLong.empty();
  }
}

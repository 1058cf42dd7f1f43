package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The figures of one municipality, or of the region, in one dimension over a row of half-years: a
 * sum is shown when every half-year shows its part, so that it tells nothing new.
 *
 * @param lines in the order of the categories
 * @param total hidden when one of the half-years hides it
 */
record Period(List<Line> lines, OptionalLong total) {

  /** One category. */
  record Line(String category, OptionalLong number) {}

  static Period ofRow(List<SafeTable> halves, String row) {
    return sum(
        halves, table -> table.rowTotal(row), (table, category) -> table.cell(row, category));
  }

  static Period ofRegion(List<SafeTable> halves) {
    return sum(halves, SafeTable::total, SafeTable::columnTotal);
  }

  /** Which municipality has how many. */
  static Period ofMunicipalities(List<SafeTable> halves) {
    List<Line> lines =
        halves.get(0).rows().stream()
            .map(row -> new Line(row, sum(halves, table -> table.rowTotal(row))))
            .toList();
    return new Period(lines, sum(halves, SafeTable::total));
  }

  private interface Cell {
    OptionalLong of(SafeTable table, String category);
  }

  private static Period sum(
      List<SafeTable> halves, Function<SafeTable, OptionalLong> total, Cell cell) {
    Set<String> categories = new LinkedHashSet<>();
    halves.forEach(table -> categories.addAll(table.categories()));
    List<Line> lines = new ArrayList<>();
    for (String category : categories) {
      List<SafeTable> having =
          halves.stream().filter(table -> table.categories().contains(category)).toList();
      lines.add(new Line(category, sum(having, table -> cell.of(table, category))));
    }
    return new Period(lines, sum(halves, total));
  }

  private static OptionalLong sum(
      List<SafeTable> halves, Function<SafeTable, OptionalLong> number) {
    long sum = 0;
    for (SafeTable table : halves) {
      OptionalLong part = number.apply(table);
      if (part.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += part.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /** All hidden numbers together; what anybody could find by subtracting. */
  OptionalLong hiddenTogether() {
    boolean hides = lines.stream().anyMatch(line -> line.number().isEmpty());
    return hides && total.isPresent()
        ? OptionalLong.of(
            total.getAsLong() - lines.stream().mapToLong(line -> line.number().orElse(0)).sum())
        : OptionalLong.empty();
  }
}

package nl.uitweg.desk.statistics.count;

import java.util.List;

/**
 * The exact numbers of one dimension in one half-year. They must not be shown or published before
 * {@link Suppression} has been applied.
 *
 * @param rows ids of the municipalities
 * @param categories keys of the categories
 * @param numbers number of reports per row, per category
 */
public record Counts(List<String> rows, List<String> categories, List<List<Long>> numbers) {

  public Counts {
    rows = List.copyOf(rows);
    categories = List.copyOf(categories);
    numbers = numbers.stream().map(List::copyOf).toList();
  }

  long cell(int row, int category) {
    return numbers.get(row).get(category);
  }

  long rowTotal(int row) {
    return numbers.get(row).stream().mapToLong(Long::longValue).sum();
  }

  long columnTotal(int category) {
    return numbers.stream().mapToLong(row -> row.get(category)).sum();
  }

  long total() {
    return numbers.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }
}

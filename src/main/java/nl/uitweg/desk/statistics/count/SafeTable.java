package nl.uitweg.desk.statistics.count;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The numbers of one dimension in one half-year that a reader may see; hidden numbers are left out.
 * {@link Suppression} creates it, and {@link Figures#full} for a reader to whom nothing is hidden.
 *
 * @param cells municipality → category → number
 * @param rowTotals municipality → number
 * @param columnTotals category → number in the region
 * @param total number in the region of all categories; empty when it is hidden
 */
public record SafeTable(
    List<String> rows,
    List<String> categories,
    Map<String, Map<String, Long>> cells,
    Map<String, Long> rowTotals,
    Map<String, Long> columnTotals,
    OptionalLong total) {

  public static SafeTable empty(List<String> rows, List<String> categories) {
    return new SafeTable(rows, categories, Map.of(), Map.of(), Map.of(), OptionalLong.empty());
  }

  /**
   * Leaves hidden numbers out.
   *
   * @param hiddenRows positions of the municipalities of which nothing is shown
   * @param hiddenColumnTotals positions of the categories whose number in the region is hidden
   * @param hiddenColumns positions of the categories that are hidden for every municipality
   */
  static SafeTable of(
      Counts counts,
      Set<Integer> hiddenRows,
      Set<Integer> hiddenColumnTotals,
      Set<Integer> hiddenColumns) {
    Map<String, Map<String, Long>> cells = new TreeMap<>();
    Map<String, Long> rowTotals = new TreeMap<>();
    Map<String, Long> columnTotals = new TreeMap<>();
    List<Integer> columns = IntStream.range(0, counts.categories().size()).boxed().toList();
    for (int row = 0; row < counts.rows().size(); row++) {
      if (hiddenRows.contains(row)) {
        continue;
      }
      Map<String, Long> cellsOfRow = new TreeMap<>();
      for (int column : columns) {
        if (!hiddenColumns.contains(column)) {
          cellsOfRow.put(counts.categories().get(column), counts.cell(row, column));
        }
      }
      cells.put(counts.rows().get(row), cellsOfRow);
      rowTotals.put(counts.rows().get(row), counts.rowTotal(row));
    }
    columns.stream()
        .filter(column -> !hiddenColumnTotals.contains(column))
        .forEach(
            column ->
                columnTotals.put(counts.categories().get(column), counts.columnTotal(column)));
    return new SafeTable(
        counts.rows(),
        counts.categories(),
        cells,
        rowTotals,
        columnTotals,
        OptionalLong.of(counts.total()));
  }

  /** Hides nothing: for a reader who may read each of the counted reports. */
  static SafeTable full(Counts counts) {
    return of(counts, Set.of(), Set.of(), Set.of());
  }

  /**
   * Shows numbers of municipalities, and none of the region.
   *
   * @param shownColumns position of a shown municipality → positions of its shown categories
   */
  static SafeTable ofRows(Counts counts, Map<Integer, List<Integer>> shownColumns) {
    Map<String, Map<String, Long>> cells = new TreeMap<>();
    Map<String, Long> rowTotals = new TreeMap<>();
    shownColumns.forEach(
        (row, columns) -> {
          Map<String, Long> cellsOfRow = new TreeMap<>();
          columns.forEach(
              column -> cellsOfRow.put(counts.categories().get(column), counts.cell(row, column)));
          cells.put(counts.rows().get(row), cellsOfRow);
          rowTotals.put(counts.rows().get(row), counts.rowTotal(row));
        });
    return new SafeTable(
        counts.rows(), counts.categories(), cells, rowTotals, Map.of(), OptionalLong.empty());
  }

  OptionalLong cell(String row, String category) {
    return find(cells.getOrDefault(row, Map.of()), category);
  }

  OptionalLong rowTotal(String row) {
    return find(rowTotals, row);
  }

  OptionalLong columnTotal(String category) {
    return find(columnTotals, category);
  }

  private static OptionalLong find(Map<String, Long> numbers, String key) {
    Long number = numbers.get(key);
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }
}

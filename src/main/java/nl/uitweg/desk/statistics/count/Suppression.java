package nl.uitweg.desk.statistics.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which numbers of one half-year may be shown, so that no number under five can be read or
 * calculated by subtraction.
 *
 * <p>The rule, after Hundepool et al., "Statistical Disclosure Control" (Wiley, 2012), ch. 4:
 *
 * <ol>
 *   <li>Primary: every number under five is hidden, zero too.
 *   <li>Complementary, one way (totals of municipalities; categories of the region): of the numbers
 *       that add up to a total, either none or at least two are hidden, and the sum of the hidden
 *       numbers is at least five. The smallest other numbers are hidden as well until that holds.
 *       As far as a reader can tell, each hidden number may then be anything from zero to at least
 *       five.
 *   <li>Municipalities whose total is hidden show no numbers, and count as one municipality in the
 *       next rules.
 *   <li>Complementary, two ways: a category is shown for all municipalities or for none. A category
 *       is hidden when the region hides it, or when any municipality has a number under five in it;
 *       then the smallest other categories are hidden until rule 2 holds for every municipality.
 *   <li>For a category that the region shows and the municipalities do not, the sharpest bounds
 *       that both margins give (Fréchet: from max(0, row + column − all) to min(row, column), over
 *       the hidden block) must still be zero (lower) and at least five (upper) for each number
 *       under five; otherwise the region hides the category as well, and rules 2 and 4 are applied
 *       again.
 * </ol>
 *
 * <p>A category whose number a reader may infer elsewhere ({@link Dimension#inferable()}) does not
 * help to hide another one: rules 2, 4 and 5 must hold without it.
 *
 * <p>Across tables: all dimensions of a half-year share only the totals, which rules 2 and 3 treat
 * in the same way in each; no two dimensions are combined in one table. Across periods: longer
 * periods are sums of shown half-years ({@link Period}), so they reveal nothing new. Not covered: a
 * reader who compares the same half-year on two days sees what changed between them. For that
 * reason the figures of the region are available only after a half-year has ended ({@code
 * StatisticsScope}). A reader who knows these rules may also derive bounds for a number that was
 * hidden by rule 2; that number is five or more.
 */
public final class Suppression {

  /** The smallest number that is shown. */
  static final long MIN_SHOWN = 5;

  private final Counts counts;

  /** The numbers of each shown municipality, and those of the hidden municipalities together. */
  private final List<List<Long>> lines = new ArrayList<>();

  private final Set<Integer> inferable;
  private final Set<Integer> hiddenRows;
  private Set<Integer> hiddenColumnTotals;
  private Set<Integer> hiddenColumns = Set.of();

  private Suppression(Counts counts, List<String> inferable) {
    this.counts = counts;
    this.inferable =
        IntStream.range(0, counts.categories().size())
            .filter(column -> inferable.contains(counts.categories().get(column)))
            .boxed()
            .collect(Collectors.toSet());
    hiddenRows = suppressOneWay(counts.rows().size(), counts::rowTotal, Set.of(), Set.of());
    hiddenColumnTotals = suppressOneWay(columns(), counts::columnTotal, Set.of(), this.inferable);
    IntStream.range(0, counts.rows().size())
        .filter(row -> !hiddenRows.contains(row))
        .forEach(row -> lines.add(counts.numbers().get(row)));
    if (!hiddenRows.isEmpty()) {
      lines.add(sumOfRows(hiddenRows));
    }
  }

  /** The numbers that may be shown, when no category is inferable. */
  static SafeTable protect(Counts counts) {
    return protect(counts, List.of());
  }

  /**
   * The numbers that may be shown.
   *
   * @param inferable categories whose number a reader may infer elsewhere
   */
  static SafeTable protect(Counts counts, List<String> inferable) {
    if (counts.total() < MIN_SHOWN) {
      return SafeTable.empty(counts.rows(), counts.categories());
    }
    Suppression suppression = new Suppression(counts, inferable);
    suppression.suppressTwoWays();
    return SafeTable.of(
        counts, suppression.hiddenRows, suppression.hiddenColumnTotals, suppression.hiddenColumns);
  }

  /**
   * Chooses which of a list of numbers to hide. The numbers add up to a shown total of at least
   * five.
   */
  private static Set<Integer> suppressOneWay(
      int size, IntToLongFunction number, Set<Integer> alreadyHidden, Set<Integer> inferable) {
    Set<Integer> hidden = new HashSet<>(alreadyHidden);
    IntStream.range(0, size).filter(i -> number.applyAsLong(i) < MIN_SHOWN).forEach(hidden::add);
    List<Integer> smallestFirst = without(inferable, smallestFirst(size, number));
    while (!hidden.isEmpty()
        && !hidden.containsAll(smallestFirst)
        && !isProtected(hidden, number, inferable)) {
      hidden.add(firstVisible(smallestFirst, hidden));
    }
    return hidden;
  }

  private static boolean isProtected(
      Set<Integer> hidden, IntToLongFunction number, Set<Integer> inferable) {
    List<Integer> protectedColumns = without(inferable, hidden);
    return protectedColumns.size() > 1 && sum(protectedColumns, number) >= MIN_SHOWN;
  }

  private static List<Integer> without(Set<Integer> inferable, Collection<Integer> columns) {
    return columns.stream().filter(column -> !inferable.contains(column)).toList();
  }

  private void suppressTwoWays() {
    List<Integer> smallestFirst = without(inferable, smallestFirst(columns(), counts::columnTotal));
    while (true) {
      hiddenColumns = hiddenForMunicipalities(smallestFirst);
      List<Integer> columnsWithNarrowBounds =
          smallestFirst.stream()
              .filter(
                  column -> hiddenColumns.contains(column) && !hiddenColumnTotals.contains(column))
              .filter(this::hasNarrowBounds)
              .toList();
      if (columnsWithNarrowBounds.isEmpty()) {
        return;
      }
      Set<Integer> alreadyHidden = new HashSet<>(hiddenColumnTotals);
      alreadyHidden.add(columnsWithNarrowBounds.get(0));
      hiddenColumnTotals = suppressOneWay(columns(), counts::columnTotal, alreadyHidden, inferable);
    }
  }

  private Set<Integer> hiddenForMunicipalities(List<Integer> smallestFirst) {
    Set<Integer> hidden = new HashSet<>(hiddenColumnTotals);
    IntStream.range(0, columns())
        .filter(column -> lines.stream().anyMatch(line -> line.get(column) < MIN_SHOWN))
        .forEach(hidden::add);
    while (!hidden.isEmpty()
        && !hidden.containsAll(smallestFirst)
        && !lines.stream().allMatch(line -> isProtected(hidden, line::get, inferable))) {
      hidden.add(firstVisible(smallestFirst, hidden));
    }
    return hidden;
  }

  /**
   * Whether the bounds from both margins reveal too much about a number under five in this column
   * (rule 5).
   */
  private boolean hasNarrowBounds(int column) {
    List<Integer> protectedColumns = without(inferable, hiddenColumns);
    long all = lines.stream().mapToLong(line -> sum(protectedColumns, line::get)).sum();
    long ofColumn = counts.columnTotal(column);
    return lines.stream()
        .filter(line -> line.get(column) < MIN_SHOWN)
        .mapToLong(line -> sum(protectedColumns, line::get))
        .anyMatch(ofRow -> ofRow + ofColumn > all || Math.min(ofRow, ofColumn) < MIN_SHOWN);
  }

  private List<Long> sumOfRows(Set<Integer> rows) {
    return IntStream.range(0, columns())
        .mapToObj(column -> sum(rows, row -> counts.cell(row, column)))
        .toList();
  }

  private int columns() {
    return counts.categories().size();
  }

  private static long sum(Collection<Integer> positions, IntToLongFunction number) {
    return positions.stream().mapToLong(number::applyAsLong).sum();
  }

  private static List<Integer> smallestFirst(int size, IntToLongFunction number) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(number::applyAsLong))
        .toList();
  }

  private static int firstVisible(List<Integer> smallestFirst, Set<Integer> hidden) {
    return smallestFirst.stream().filter(i -> !hidden.contains(i)).findFirst().orElseThrow();
  }
}

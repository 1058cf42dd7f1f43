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
 * Decides which numbers of one half-year may leave the desk, so that no number under five can be
 * read or calculated by subtraction, not even by an officer who knows every number of one
 * municipality.
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
 *   <li>Readers who know a municipality subtract it from the region. All rules must therefore hold
 *       in each {@link View}: for all municipalities, and again without each of them. When a view
 *       has fewer than five reports, nothing of the region is shown, and each municipality is
 *       protected by itself.
 * </ol>
 *
 * <p>A category whose number a reader may infer elsewhere ({@link Dimension#inferable()}) does not
 * help to hide another one: rules 2, 4 and 5 must hold without it.
 *
 * <p>Across tables: all dimensions of a half-year share only the totals, which rules 2, 3 and 6
 * treat in the same way in each; no two dimensions are combined in one table. Across periods:
 * longer periods are sums of shown half-years ({@link Period}), so they reveal nothing new. Across
 * readers: everybody gets the same numbers; for officers of several municipalities more are hidden,
 * never others. Not covered: a reader who compares the same half-year on two days sees what changed
 * between them. For that reason the figures of the region are available only after a half-year has
 * ended ({@code StatisticsScope}). A reader who knows these rules may also derive bounds for a
 * number that was hidden by rule 2, which is five or more, and that a municipality is small when
 * nothing of the region is shown.
 */
public final class Suppression {

  /** The smallest number that is shown. */
  static final long MIN_SHOWN = 5;

  private final Counts counts;
  private final Set<Integer> inferable;
  private final Set<Integer> notInferable;
  private final List<Integer> columnsSmallestFirst;
  private List<View> views = List.of();
  private Set<Integer> hiddenRows = Set.of();
  private Set<Integer> hiddenColumnTotals = Set.of();
  private Set<Integer> hiddenColumns = Set.of();

  /** The municipalities whose numbers a reader does not know. */
  private record View(Set<Integer> rows) {}

  /**
   * Numbers that add up to a total that a reader knows.
   *
   * @param parts positions of the numbers
   * @param notInferable the parts that help to hide each other
   */
  private record Sum(Set<Integer> parts, Set<Integer> notInferable, IntToLongFunction number) {

    boolean isProtected(Set<Integer> hidden) {
      if (parts.stream().noneMatch(hidden::contains)) {
        return true;
      }
      List<Integer> protectedParts = notInferable.stream().filter(hidden::contains).toList();
      return protectedParts.size() > 1 && sum(protectedParts, number) >= MIN_SHOWN;
    }
  }

  private Suppression(Counts counts, List<String> inferable) {
    this.counts = counts;
    this.inferable =
        columns().stream()
            .filter(column -> inferable.contains(counts.categories().get(column)))
            .collect(Collectors.toSet());
    notInferable = Set.copyOf(without(this.inferable, columns()));
    columnsSmallestFirst = smallestFirst(notInferable, counts::columnTotal);
  }

  /** The numbers that may be shown, when no category is inferable. */
  static SafeTable protect(Counts counts) {
    return protect(counts, List.of(), List.of());
  }

  /**
   * The numbers that may be shown.
   *
   * @param inferable categories whose number a reader may infer elsewhere
   * @param known municipalities of which the reader knows every number. One makes no difference
   *     (rule 6); for more, further numbers are hidden.
   */
  static SafeTable protect(Counts counts, List<String> inferable, List<String> known) {
    Suppression suppression = new Suppression(counts, inferable);
    if (!suppression.hide(suppression.viewsOfEverybody())) {
      return suppression.rowsByThemselves();
    }
    Set<Integer> unknown = suppression.rows();
    unknown.removeIf(row -> known.contains(counts.rows().get(row)));
    if (known.size() > 1 && !unknown.isEmpty()) {
      List<View> views = new ArrayList<>(suppression.viewsOfEverybody());
      views.add(new View(unknown));
      if (!suppression.hide(views)) {
        return SafeTable.empty(counts.rows(), counts.categories());
      }
    }
    return SafeTable.of(
        counts, suppression.hiddenRows, suppression.hiddenColumnTotals, suppression.hiddenColumns);
  }

  private List<View> viewsOfEverybody() {
    List<View> everybody = new ArrayList<>(List.of(new View(rows())));
    if (rows().size() > 1) {
      for (int known : rows()) {
        everybody.add(new View(Set.copyOf(without(Set.of(known), rows()))));
      }
    }
    return everybody;
  }

  /**
   * Hides numbers until all rules hold in these views, in addition to what is hidden already.
   *
   * @return false when the total of the region cannot be shown
   */
  private boolean hide(List<View> newViews) {
    views = newViews;
    if (views.stream().anyMatch(view -> sum(view.rows(), counts::rowTotal) < MIN_SHOWN)) {
      return false;
    }
    hiddenRows =
        hideUntilProtected(
            hiddenRows,
            views.stream()
                .map(view -> new Sum(view.rows(), view.rows(), counts::rowTotal))
                .toList(),
            smallestFirst(rows(), counts::rowTotal));
    hiddenColumnTotals = hideColumnTotals(hiddenColumnTotals);
    hideTwoWays();
    return true;
  }

  /** Rules 1 and 2 for several sums: hides the smallest numbers until every sum is protected. */
  private static Set<Integer> hideUntilProtected(
      Set<Integer> alreadyHidden, List<Sum> sums, List<Integer> smallestFirst) {
    Set<Integer> hidden = new HashSet<>(alreadyHidden);
    for (Sum sum : sums) {
      sum.parts().stream()
          .filter(part -> sum.number().applyAsLong(part) < MIN_SHOWN)
          .forEach(hidden::add);
    }
    while (!hidden.containsAll(smallestFirst)
        && !sums.stream().allMatch(sum -> sum.isProtected(hidden))) {
      hidden.add(smallestFirst.stream().filter(i -> !hidden.contains(i)).findFirst().orElseThrow());
    }
    return hidden;
  }

  private Set<Integer> hideColumnTotals(Set<Integer> alreadyHidden) {
    return hideUntilProtected(
        alreadyHidden,
        views.stream().map(view -> sumOfColumns(column -> columnTotal(view, column))).toList(),
        columnsSmallestFirst);
  }

  private void hideTwoWays() {
    while (true) {
      List<Sum> linesOfViews =
          views.stream().flatMap(view -> lines(view).stream()).map(this::sumOfLine).toList();
      Set<Integer> alreadyHidden = new HashSet<>(hiddenColumns);
      alreadyHidden.addAll(hiddenColumnTotals);
      hiddenColumns = hideUntilProtected(alreadyHidden, linesOfViews, columnsSmallestFirst);
      List<Integer> columnsWithNarrowBounds =
          columnsSmallestFirst.stream()
              .filter(
                  column -> hiddenColumns.contains(column) && !hiddenColumnTotals.contains(column))
              .filter(column -> views.stream().anyMatch(view -> hasNarrowBounds(view, column)))
              .toList();
      if (columnsWithNarrowBounds.isEmpty()) {
        return;
      }
      Set<Integer> more = new HashSet<>(hiddenColumnTotals);
      more.add(columnsWithNarrowBounds.get(0));
      hiddenColumnTotals = hideColumnTotals(more);
    }
  }

  /** The numbers of each shown municipality, and those of the hidden municipalities together. */
  private List<List<Long>> lines(View view) {
    List<List<Long>> lines = new ArrayList<>();
    without(hiddenRows, view.rows()).forEach(row -> lines.add(counts.numbers().get(row)));
    Set<Integer> together = new HashSet<>(view.rows());
    together.retainAll(hiddenRows);
    if (!together.isEmpty()) {
      lines.add(
          columns().stream()
              .map(column -> sum(together, row -> counts.cell(row, column)))
              .toList());
    }
    return lines;
  }

  /**
   * Whether the bounds from both margins reveal too much about a number under five in this column
   * (rule 5).
   */
  private boolean hasNarrowBounds(View view, int column) {
    List<Integer> protectedColumns = without(inferable, hiddenColumns);
    List<List<Long>> lines = lines(view);
    long all = lines.stream().mapToLong(line -> sum(protectedColumns, line::get)).sum();
    long ofColumn = columnTotal(view, column);
    return lines.stream()
        .filter(line -> line.get(column) < MIN_SHOWN)
        .mapToLong(line -> sum(protectedColumns, line::get))
        .anyMatch(ofRow -> ofRow + ofColumn > all || Math.min(ofRow, ofColumn) < MIN_SHOWN);
  }

  /** The numbers that may be shown when no number of the region is. */
  private SafeTable rowsByThemselves() {
    return SafeTable.ofRows(
        counts,
        rows().stream()
            .filter(row -> counts.rowTotal(row) >= MIN_SHOWN)
            .collect(Collectors.toMap(row -> row, this::shownColumnsOf)));
  }

  private List<Integer> shownColumnsOf(int row) {
    IntToLongFunction number = column -> counts.cell(row, column);
    return without(
        hideUntilProtected(
            Set.of(), List.of(sumOfColumns(number)), smallestFirst(notInferable, number)),
        columns());
  }

  private Sum sumOfLine(List<Long> line) {
    return sumOfColumns(line::get);
  }

  private Sum sumOfColumns(IntToLongFunction number) {
    return new Sum(columns(), notInferable, number);
  }

  private long columnTotal(View view, int column) {
    return sum(view.rows(), row -> counts.cell(row, column));
  }

  private Set<Integer> rows() {
    return positions(counts.rows().size());
  }

  private Set<Integer> columns() {
    return positions(counts.categories().size());
  }

  private static Set<Integer> positions(int size) {
    return IntStream.range(0, size).boxed().collect(Collectors.toSet());
  }

  private static List<Integer> without(Set<Integer> left, Collection<Integer> positions) {
    return positions.stream().filter(position -> !left.contains(position)).toList();
  }

  private static long sum(Collection<Integer> positions, IntToLongFunction number) {
    return positions.stream().mapToLong(number::applyAsLong).sum();
  }

  private static List<Integer> smallestFirst(
      Collection<Integer> positions, IntToLongFunction number) {
    return positions.stream()
        .sorted(
            Comparator.comparingLong((Integer position) -> number.applyAsLong(position))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}

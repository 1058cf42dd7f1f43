package nl.uitweg.desk.statistics;

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
 * found by subtracting.
 *
 * <p>The rule, after Hundepool et al., "Statistical Disclosure Control" (Wiley, 2012), ch. 4:
 *
 * <ol>
 *   <li>Primary: every number under five is hidden, zero too.
 *   <li>Complementary, one way (municipality totals; categories of the region): of the numbers that
 *       add up to a total, none or at least two are hidden, and the hidden ones are together at
 *       least five; the smallest others are added until that holds. Each hidden number may then be
 *       anything from zero to five or more.
 *   <li>Municipalities whose total is hidden show nothing else, and count as one further on.
 *   <li>Complementary, two ways: a category is shown for all municipalities or for none. Hidden are
 *       those with a number under five anywhere, and the smallest others until rule 2 holds for
 *       every municipality.
 *   <li>For a category that the region shows and the municipalities do not, the sharpest bounds
 *       that both margins give (Fréchet: from max(0, row + column − all) to min(row, column), over
 *       the hidden block) must still be zero and at least five for each number under five;
 *       otherwise the region hides the category as well, and rule 2 and 4 are applied again.
 * </ol>
 *
 * <p>A category of which somebody may find the number elsewhere ({@link Dimension#guessed()}) does
 * not help to hide another: rules 2, 4 and 5 hold without it.
 *
 * <p>Across tables: all dimensions of a half-year share only the totals, which rule 2 and 3 treat
 * alike in each; no two dimensions are crossed. Across periods: longer periods are sums of shown
 * half-years ({@link Period}), so they tell nothing new. Not covered: who compares the same
 * half-year on two days sees what changed between them; hence the region's figures begin when a
 * half-year has ended ({@link StatisticsResource}). Whoever knows this rule may also bound a number
 * that was added in rule 2; that number is five or more.
 */
final class Suppression {

  /** Smaller is never shown. */
  static final long LEAST = 5;

  private final Counts counts;
  private final List<List<Long>> lines = new ArrayList<>();
  private final Set<Integer> guessed;
  private final Set<Integer> hiddenRows;
  private Set<Integer> hiddenRegion;
  private Set<Integer> hiddenLocal = Set.of();

  private Suppression(Counts counts, List<String> guessed) {
    this.counts = counts;
    this.guessed =
        IntStream.range(0, counts.categories().size())
            .filter(column -> guessed.contains(counts.categories().get(column)))
            .boxed()
            .collect(Collectors.toSet());
    hiddenRows = oneWay(counts.rows().size(), counts::rowTotal, Set.of(), Set.of());
    hiddenRegion = oneWay(columns(), counts::columnTotal, Set.of(), this.guessed);
    IntStream.range(0, counts.rows().size())
        .filter(row -> !hiddenRows.contains(row))
        .forEach(row -> lines.add(counts.numbers().get(row)));
    if (!hiddenRows.isEmpty()) {
      lines.add(together(hiddenRows));
    }
  }

  /** What may be shown. */
  static SafeTable protect(Counts counts) {
    return protect(counts, List.of());
  }

  /**
   * @param guessed categories of which somebody may find the number elsewhere
   */
  static SafeTable protect(Counts counts, List<String> guessed) {
    if (counts.total() < LEAST) {
      return SafeTable.nothing(counts.rows(), counts.categories());
    }
    Suppression rule = new Suppression(counts, guessed);
    rule.twoWays();
    return SafeTable.of(counts, rule.hiddenRows, rule.hiddenRegion, rule.hiddenLocal);
  }

  /** Numbers that add up to a shown total of at least five: which of them to hide. */
  private static Set<Integer> oneWay(
      int size, IntToLongFunction number, Set<Integer> already, Set<Integer> guessed) {
    Set<Integer> hidden = new HashSet<>(already);
    IntStream.range(0, size).filter(i -> number.applyAsLong(i) < LEAST).forEach(hidden::add);
    List<Integer> smallestFirst = without(guessed, smallestFirst(size, number));
    while (!hidden.isEmpty()
        && !hidden.containsAll(smallestFirst)
        && !enough(hidden, number, guessed)) {
      hidden.add(next(smallestFirst, hidden));
    }
    return hidden;
  }

  private static boolean enough(
      Set<Integer> hidden, IntToLongFunction number, Set<Integer> guessed) {
    List<Integer> secret = without(guessed, hidden);
    return secret.size() > 1 && sum(secret, number) >= LEAST;
  }

  private static List<Integer> without(Set<Integer> guessed, Collection<Integer> columns) {
    return columns.stream().filter(column -> !guessed.contains(column)).toList();
  }

  private void twoWays() {
    List<Integer> smallestFirst = without(guessed, smallestFirst(columns(), counts::columnTotal));
    while (true) {
      hiddenLocal = local(smallestFirst);
      List<Integer> narrow =
          smallestFirst.stream()
              .filter(column -> hiddenLocal.contains(column) && !hiddenRegion.contains(column))
              .filter(this::narrow)
              .toList();
      if (narrow.isEmpty()) {
        return;
      }
      Set<Integer> more = new HashSet<>(hiddenRegion);
      more.add(narrow.get(0));
      hiddenRegion = oneWay(columns(), counts::columnTotal, more, guessed);
    }
  }

  private Set<Integer> local(List<Integer> smallestFirst) {
    Set<Integer> hidden = new HashSet<>(hiddenRegion);
    IntStream.range(0, columns())
        .filter(column -> lines.stream().anyMatch(line -> line.get(column) < LEAST))
        .forEach(hidden::add);
    while (!hidden.isEmpty()
        && !hidden.containsAll(smallestFirst)
        && !lines.stream().allMatch(line -> enough(hidden, line::get, guessed))) {
      hidden.add(next(smallestFirst, hidden));
    }
    return hidden;
  }

  /** Whether the two margins say too much about a number under five in this column. */
  private boolean narrow(int column) {
    List<Integer> secret = without(guessed, hiddenLocal);
    long all = lines.stream().mapToLong(line -> sum(secret, line::get)).sum();
    long ofColumn = counts.columnTotal(column);
    return lines.stream()
        .filter(line -> line.get(column) < LEAST)
        .mapToLong(line -> sum(secret, line::get))
        .anyMatch(ofRow -> ofRow + ofColumn > all || Math.min(ofRow, ofColumn) < LEAST);
  }

  private List<Long> together(Set<Integer> rows) {
    return IntStream.range(0, columns())
        .mapToObj(column -> sum(rows, row -> counts.cell(row, column)))
        .toList();
  }

  private int columns() {
    return counts.categories().size();
  }

  private static long sum(Collection<Integer> which, IntToLongFunction number) {
    return which.stream().mapToLong(number::applyAsLong).sum();
  }

  private static List<Integer> smallestFirst(int size, IntToLongFunction number) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(number::applyAsLong))
        .toList();
  }

  private static int next(List<Integer> smallestFirst, Set<Integer> hidden) {
    return smallestFirst.stream().filter(i -> !hidden.contains(i)).findFirst().orElseThrow();
  }
}

package nl.uitweg.desk.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number below five can be derived from the published numbers; see {@link Attacker}. */
class SuppressionTest {

  private static final int TABLES = 60;
  private static final List<String> ROWS = List.of("a", "b", "c");

  /** One half-year: several dimensions of the same reports, before and after suppression. */
  private record HalfYearTables(List<Counts> actual, List<SafeTable> safe) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withstandsSubtractionOfTablesTotalsAndHalfYears(long seed) {
    Random random = new Random(seed);
    long shown = 0;
    for (int i = 0; i < TABLES; i++) {
      List<HalfYearTables> halves = List.of(half(random), half(random));
      Attacker attacker = new Attacker();
      publish(attacker, halves);
      Map<String, Attacker.Bounds> boundsByName = attacker.attack();
      Map<String, Long> actual = actual(halves);
      for (Map.Entry<String, Long> number : actual.entrySet()) {
        Attacker.Bounds bounds = boundsByName.get(number.getKey());
        assertThat(number.getValue())
            .as("the bounds contain the actual number: " + number)
            .isBetween(bounds.lower(), bounds.upper());
        if (number.getValue() < Suppression.MIN_SHOWN) {
          assertThat(bounds.lower()).as(number + " in " + halves).isZero();
          assertThat(bounds.upper()).as(number + " in " + halves).isGreaterThanOrEqualTo(5);
        } else if (bounds.lower() == bounds.upper()) {
          shown++;
        }
      }
    }
    assertThat(shown).as("suppression does not hide everything").isGreaterThan(TABLES * 5L);
  }

  @Test
  void attackFindsNumberWhenOnlySmallNumbersAreHidden() {
    Counts counts = new Counts(List.of("a"), List.of("x", "y", "z"), List.of(List.of(3L, 9L, 20L)));
    Attacker attacker = new Attacker();
    attacker.addSum(List.of("x", "y", "z"), "total");
    attacker.addPublished("y", counts.cell(0, 1));
    attacker.addPublished("z", counts.cell(0, 2));
    attacker.addPublished("total", counts.total());
    assertThat(attacker.attack().get("x")).isEqualTo(new Attacker.Bounds(3, 3));
  }

  @Test
  void attackBoundsNumberByItsMargins() {
    // Every row and column has two hidden cells, but the margins leave only one solution.
    Attacker attacker = new Attacker();
    attacker.addSum(List.of("a1", "a2"), "a");
    attacker.addSum(List.of("b1", "b2"), "b");
    attacker.addSum(List.of("a1", "b1"), "1");
    attacker.addSum(List.of("a2", "b2"), "2");
    attacker.addPublished("a", 1);
    attacker.addPublished("b", 30);
    attacker.addPublished("1", 30);
    attacker.addPublished("2", 1);
    assertThat(attacker.attack().get("b2").upper()).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void withstandsKnowledgeOfInferableCategory(long seed) {
    Random random = new Random(seed);
    long shown = 0;
    for (int i = 0; i < TABLES; i++) {
      List<String> kinds = List.of("k1", "k2", "k3", "k4", "rest");
      List<Long> numbers =
          kinds.stream().map(k -> (long) random.nextInt(1 + random.nextInt(30))).toList();
      long rest = numbers.get(4);
      Counts counts = new Counts(List.of("a"), kinds, List.of(numbers));
      if (counts.total() - rest < Suppression.MIN_SHOWN) {
        continue; // only the rest and the total are published
      }
      SafeTable safe = Suppression.protect(counts, List.of("rest"));
      Attacker attacker = new Attacker();
      attacker.addSum(kinds, "total");
      attacker.addPublished("total", counts.total());
      attacker.addPublished("rest", rest);
      kinds.forEach(kind -> publish(attacker, kind, safe.cell("a", kind)));
      Map<String, Attacker.Bounds> boundsByName = attacker.attack();
      for (int kind = 0; kind < 4; kind++) {
        Attacker.Bounds bounds = boundsByName.get(kinds.get(kind));
        if (numbers.get(kind) < Suppression.MIN_SHOWN) {
          assertThat(bounds.lower()).as(numbers + " " + safe).isZero();
          assertThat(bounds.upper()).as(numbers + " " + safe).isGreaterThanOrEqualTo(5);
        } else if (bounds.lower() == bounds.upper()) {
          shown++;
        }
      }
    }
    assertThat(shown).isPositive();
  }

  @Test
  void showsNumbersThatAreLargeEverywhere() {
    SafeTable safe =
        Suppression.protect(
            new Counts(
                List.of("a", "b"), List.of("x", "y"), List.of(List.of(12L, 9L), List.of(7L, 8L))));
    assertThat(safe.cell("a", "x")).hasValue(12);
    assertThat(safe.columnTotal("y")).hasValue(17);
    assertThat(safe.total()).hasValue(36);
  }

  @Test
  void hidesEverythingWhenTotalIsBelowFive() {
    SafeTable safe =
        Suppression.protect(new Counts(ROWS, List.of("x", "y"), rows(List.of(1L, 0L))));
    assertThat(safe.total()).isEmpty();
    assertThat(safe.columnTotal("x")).isEmpty();
    assertThat(safe.rowTotal("a")).isEmpty();
  }

  @Test
  void hidesSecondMunicipalityWhenOnlyOneIsBelowFive() {
    Counts counts =
        new Counts(
            ROWS,
            List.of("x", "y"),
            List.of(List.of(2L, 1L), List.of(10L, 10L), List.of(30L, 30L)));
    SafeTable safe = Suppression.protect(counts);
    assertThat(safe.rowTotal("a")).isEmpty();
    assertThat(safe.rowTotal("b")).isEmpty();
    assertThat(safe.rowTotal("c")).hasValue(60);
    assertThat(safe.total()).hasValue(83);
  }

  private static List<List<Long>> rows(List<Long> first) {
    return List.of(first, List.of(1L, 0L), List.of(0L, 2L));
  }

  /**
   * Random counts of the same reports over several dimensions, with equal totals per municipality.
   */
  private static HalfYearTables half(Random random) {
    int scale = 1 << random.nextInt(8);
    List<Long> totals =
        ROWS.stream().map(row -> (long) random.nextInt(1 + random.nextInt(1 + scale) * 2)).toList();
    List<Counts> actual = new ArrayList<>();
    for (int dimension = 0; dimension < 3; dimension++) {
      List<String> categories =
          IntStream.rangeClosed(1, 2 + random.nextInt(6)).mapToObj(i -> "k" + i).toList();
      double[] weight =
          categories.stream().mapToDouble(c -> Math.pow(random.nextDouble(), 3)).toArray();
      actual.add(
          new Counts(
              ROWS, categories, totals.stream().map(t -> spread(t, weight, random)).toList()));
    }
    return new HalfYearTables(actual, actual.stream().map(Suppression::protect).toList());
  }

  private static List<Long> spread(long total, double[] weight, Random random) {
    long[] numbers = new long[weight.length];
    double all = Arrays.stream(weight).sum();
    for (long i = 0; i < total; i++) {
      double point = random.nextDouble() * all;
      int index = 0;
      while (index < weight.length - 1 && point > weight[index]) {
        point -= weight[index++];
      }
      numbers[index]++;
    }
    return Arrays.stream(numbers).boxed().toList();
  }

  private static String cell(int half, int dimension, String row, String category) {
    return half + "/" + dimension + "/" + row + "/" + category;
  }

  private static String row(int half, String row) {
    return half + "//" + row;
  }

  private static String column(int half, int dimension, String category) {
    return cell(half, dimension, "region", category);
  }

  private static String all(int half) {
    return row(half, "region");
  }

  private static void publish(Attacker attacker, List<HalfYearTables> halves) {
    for (int h = 0; h < halves.size(); h++) {
      int half = h;
      attacker.addSum(ROWS.stream().map(row -> row(half, row)).toList(), all(half));
      for (int d = 0; d < halves.get(h).safe().size(); d++) {
        int dimension = d;
        SafeTable safe = halves.get(h).safe().get(d);
        for (String row : ROWS) {
          attacker.addSum(
              safe.categories().stream().map(c -> cell(half, dimension, row, c)).toList(),
              row(half, row));
          publish(attacker, row(half, row), safe.rowTotal(row));
          safe.categories()
              .forEach(c -> publish(attacker, cell(half, dimension, row, c), safe.cell(row, c)));
        }
        attacker.addSum(
            safe.categories().stream().map(c -> column(half, dimension, c)).toList(), all(half));
        for (String category : safe.categories()) {
          attacker.addSum(
              ROWS.stream().map(row -> cell(half, dimension, row, category)).toList(),
              column(half, dimension, category));
          publish(attacker, column(half, dimension, category), safe.columnTotal(category));
        }
        publish(attacker, all(half), safe.total());
      }
    }
    publishYear(attacker, halves);
  }

  /** Publishes the sums of both half-years, as the page shows them for that period. */
  private static void publishYear(Attacker attacker, List<HalfYearTables> halves) {
    for (int d = 0; d < 3; d++) {
      int dimension = d;
      List<SafeTable> both = halves.stream().map(half -> half.safe().get(dimension)).toList();
      Stream.concat(ROWS.stream(), Stream.of("region"))
          .forEach(
              row -> {
                Period year =
                    row.equals("region") ? Period.ofRegion(both) : Period.ofRow(both, row);
                for (Period.Line line : year.lines()) {
                  String name = "year/" + dimension + "/" + row + "/" + line.category();
                  attacker.addSum(
                      IntStream.range(0, both.size())
                          .filter(h -> both.get(h).categories().contains(line.category()))
                          .mapToObj(h -> cell(h, dimension, row, line.category()))
                          .toList(),
                      name);
                  publish(attacker, name, line.number());
                }
                String total = "year//" + row;
                attacker.addSum(List.of(row(0, row), row(1, row)), total);
                publish(attacker, total, year.total());
              });
    }
  }

  private static void publish(Attacker attacker, String name, OptionalLong number) {
    number.ifPresent(n -> attacker.addPublished(name, n));
  }

  private static Map<String, Long> actual(List<HalfYearTables> halves) {
    Map<String, Long> actual = new HashMap<>();
    for (int h = 0; h < halves.size(); h++) {
      for (int d = 0; d < halves.get(h).actual().size(); d++) {
        Counts counts = halves.get(h).actual().get(d);
        actual.put(all(h), counts.total());
        for (int c = 0; c < counts.categories().size(); c++) {
          actual.put(column(h, d, counts.categories().get(c)), counts.columnTotal(c));
          for (int r = 0; r < ROWS.size(); r++) {
            actual.put(row(h, ROWS.get(r)), counts.rowTotal(r));
            actual.put(cell(h, d, ROWS.get(r), counts.categories().get(c)), counts.cell(r, c));
          }
        }
      }
    }
    return actual;
  }
}

package nl.uitweg.desk.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attacks random figures, also with the knowledge of officers: no number below five can be derived
 * from the published numbers; see {@link Attacker}.
 */
class SuppressionAttackTest {

  private static final int TABLES = 60;
  private static final int TABLES_OF_OFFICERS = 20;
  private static final List<String> ROWS = List.of("a", "b", "c", "d");

  /** One half-year: several dimensions of the same reports, before and after suppression. */
  private record HalfYearTables(List<Counts> actual, List<SafeTable> safe) {}

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "3, 3", "4, 2", "5, 2", "6, 4", "7, 1"})
  void withstandsSubtractionOfTablesTotalsAndHalfYears(long seed, int municipalities) {
    Random random = new Random(seed);
    List<String> rows = ROWS.subList(0, municipalities);
    long shown = 0;
    for (int i = 0; i < TABLES; i++) {
      shown += attackOnce(List.of(half(random, rows), half(random, rows)), Set.of());
    }
    assertThat(shown).as("suppression does not hide everything").isGreaterThan(TABLES * 3L);
  }

  @ParameterizedTest
  @CsvSource({"11, 3", "12, 3", "13, 2", "14, 2", "15, 4"})
  void withstandsOfficerWhoSubtractsOwnMunicipality(long seed, int municipalities) {
    Random random = new Random(seed);
    List<String> rows = ROWS.subList(0, municipalities);
    for (int i = 0; i < TABLES_OF_OFFICERS; i++) {
      List<HalfYearTables> halves = List.of(half(random, rows), half(random, rows));
      for (String own : rows) {
        attackOnce(halves, Set.of(own));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"21, 3", "22, 4"})
  void withstandsOfficerOfTwoMunicipalities(long seed, int municipalities) {
    Random random = new Random(seed);
    List<String> rows = ROWS.subList(0, municipalities);
    for (int i = 0; i < TABLES_OF_OFFICERS; i++) {
      List<HalfYearTables> halves =
          List.of(half(random, rows, List.of("a", "b")), half(random, rows, List.of("a", "b")));
      attackOnce(halves, Set.of("a", "b"));
    }
  }

  /**
   * Attacks what a reader sees.
   *
   * @param known municipalities of which the reader knows every number
   * @return the number of shown numbers
   */
  private static long attackOnce(List<HalfYearTables> halves, Set<String> known) {
    Attacker attacker = new Attacker();
    publish(attacker, halves);
    Map<String, Long> actual = actual(halves);
    actual.forEach(
        (name, number) -> {
          if (known.contains(municipality(name))) {
            attacker.addPublished(name, number);
          }
        });
    Map<String, Attacker.Bounds> boundsByName = attacker.attack();
    long shown = 0;
    for (Map.Entry<String, Long> number : actual.entrySet()) {
      Attacker.Bounds bounds = boundsByName.get(number.getKey());
      assertThat(number.getValue())
          .as("the bounds contain the actual number: " + number)
          .isBetween(bounds.lower(), bounds.upper());
      String municipality = municipality(number.getKey());
      if (number.getValue() >= Suppression.MIN_SHOWN) {
        shown += bounds.lower() == bounds.upper() ? 1 : 0;
      } else if (known.isEmpty()
          || !(municipality.equals("region") || known.contains(municipality))) {
        assertThat(bounds.lower()).as(number + " in " + halves).isZero();
        assertThat(bounds.upper()).as(number + " in " + halves).isGreaterThanOrEqualTo(5);
      }
    }
    return shown;
  }

  /** The municipality, or region, that is part of the name of each number. */
  private static String municipality(String name) {
    return name.split("/", -1)[2];
  }

  /**
   * Random counts of the same reports over several dimensions, with equal totals per municipality.
   */
  private static HalfYearTables half(Random random, List<String> rows) {
    return half(random, rows, List.of());
  }

  private static HalfYearTables half(Random random, List<String> rows, List<String> known) {
    int scale = 1 << random.nextInt(8);
    List<Long> totals =
        rows.stream().map(row -> (long) random.nextInt(1 + random.nextInt(1 + scale) * 2)).toList();
    List<Counts> actual = new ArrayList<>();
    for (int dimension = 0; dimension < 3; dimension++) {
      List<String> categories =
          IntStream.rangeClosed(1, 2 + random.nextInt(6)).mapToObj(i -> "k" + i).toList();
      double[] weight =
          categories.stream().mapToDouble(c -> Math.pow(random.nextDouble(), 3)).toArray();
      actual.add(
          new Counts(
              rows, categories, totals.stream().map(t -> spread(t, weight, random)).toList()));
    }
    return new HalfYearTables(
        actual, actual.stream().map(c -> Suppression.protect(c, List.of(), known)).toList());
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
      List<String> rows = halves.get(h).safe().get(0).rows();
      attacker.addSum(rows.stream().map(row -> row(half, row)).toList(), all(half));
      for (int d = 0; d < halves.get(h).safe().size(); d++) {
        int dimension = d;
        SafeTable safe = halves.get(h).safe().get(d);
        for (String row : rows) {
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
              rows.stream().map(row -> cell(half, dimension, row, category)).toList(),
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
      Stream.concat(both.get(0).rows().stream(), Stream.of("region"))
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
          for (int r = 0; r < counts.rows().size(); r++) {
            String row = counts.rows().get(r);
            actual.put(row(h, row), counts.rowTotal(r));
            actual.put(cell(h, d, row, counts.categories().get(c)), counts.cell(r, c));
          }
        }
      }
    }
    return actual;
  }
}

package nl.uitweg.desk.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden in small tables; {@code SuppressionAttackTest} attacks random ones. */
class SuppressionTest {

  private static final int TABLES = 60;
  private static final List<String> ROWS = List.of("a", "b", "c", "d");

  @Test
  void attackFindsNeighbourWhenOwnMunicipalityIsSubtracted() {
    Attacker attacker = new Attacker();
    attacker.addSum(List.of("own", "neighbour"), "region");
    attacker.addPublished("own", 9);
    attacker.addPublished("region", 11);
    assertThat(attacker.attack().get("neighbour")).isEqualTo(new Attacker.Bounds(2, 2));
    SafeTable safe =
        Suppression.protect(
            new Counts(
                List.of("a", "b"), List.of("x", "y"), List.of(List.of(9L, 30L), List.of(2L, 40L))));
    assertThat(safe.columnTotal("x")).as("9 + 2 would reveal the 2").isEmpty();
    assertThat(safe.total()).hasValue(81);
  }

  @Test
  void showsMunicipalityAlthoughItsNeighboursAreSmall() {
    SafeTable safe =
        Suppression.protect(
            new Counts(
                ROWS.subList(0, 3),
                List.of("x", "y"),
                List.of(List.of(17L, 12L), List.of(2L, 0L), List.of(0L, 1L))));
    assertThat(safe.total()).as("29 of 32 are of one municipality").isEmpty();
    assertThat(safe.columnTotal("x")).isEmpty();
    assertThat(safe.cell("a", "x")).hasValue(17);
    assertThat(safe.rowTotal("a")).hasValue(29);
    assertThat(safe.rowTotal("b")).isEmpty();
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
      SafeTable safe = Suppression.protect(counts, List.of("rest"), List.of());
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
        Suppression.protect(
            new Counts(ROWS.subList(0, 3), List.of("x", "y"), rows(List.of(1L, 0L))));
    assertThat(safe.total()).isEmpty();
    assertThat(safe.columnTotal("x")).isEmpty();
    assertThat(safe.rowTotal("a")).isEmpty();
  }

  @Test
  void hidesTwoMoreMunicipalitiesWhenOneIsBelowFive() {
    Counts counts =
        new Counts(
            ROWS,
            List.of("x", "y"),
            List.of(List.of(2L, 1L), List.of(10L, 10L), List.of(30L, 30L), List.of(40L, 40L)));
    SafeTable safe = Suppression.protect(counts);
    assertThat(safe.rowTotal("a")).isEmpty();
    assertThat(safe.rowTotal("b")).isEmpty();
    assertThat(safe.rowTotal("c")).as("officers of b know b").isEmpty();
    assertThat(safe.rowTotal("d")).hasValue(80);
    assertThat(safe.total()).hasValue(163);
  }

  private static List<List<Long>> rows(List<Long> first) {
    return List.of(first, List.of(1L, 0L), List.of(0L, 2L));
  }

  private static void publish(Attacker attacker, String name, OptionalLong number) {
    number.ifPresent(n -> attacker.addPublished(name, n));
  }
}

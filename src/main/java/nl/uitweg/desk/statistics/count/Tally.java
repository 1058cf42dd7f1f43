package nl.uitweg.desk.statistics.count;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the counts from the database. The total of a municipality is the sum of its months. When
 * a dimension has the category {@link Dimension#UNKNOWN} and its counts add up to less than the
 * total, the difference is added to that category.
 */
final class Tally {

  private final Map<Dimension, Map<String, Map<String, Long>>> numbers =
      new EnumMap<>(Dimension.class);

  void add(Dimension dimension, String municipality, String category, long number) {
    numbers
        .computeIfAbsent(dimension, d -> new HashMap<>())
        .computeIfAbsent(municipality, m -> new HashMap<>())
        .merge(category, number, Long::sum);
  }

  Counts counts(Dimension dimension, List<String> municipalities, List<String> categories) {
    return new Counts(
        municipalities,
        categories,
        municipalities.stream().map(id -> row(dimension, id, categories)).toList());
  }

  private List<Long> row(Dimension dimension, String municipality, List<String> categories) {
    Map<String, Long> counted = of(dimension, municipality);
    long total = sum(of(Dimension.MONTH, municipality));
    long missing = Math.max(0, total - sum(counted));
    return categories.stream()
        .map(
            category ->
                counted.getOrDefault(category, 0L)
                    + (category.equals(Dimension.UNKNOWN) ? missing : 0L))
        .toList();
  }

  private Map<String, Long> of(Dimension dimension, String municipality) {
    return numbers.getOrDefault(dimension, Map.of()).getOrDefault(municipality, Map.of());
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}

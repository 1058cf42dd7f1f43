package nl.uitweg.bench.pages;

import java.util.List;
import java.util.Locale;

/** The median of some rounds, and their lowest and highest value. */
record Spread(double median, double lowest, double highest) {

  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  @Override
  public String toString() {
    return median >= 1_000
        ? String.format(Locale.ROOT, "%,.0f (%,.0f–%,.0f)", median, lowest, highest)
        : String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median, lowest, highest);
  }
}

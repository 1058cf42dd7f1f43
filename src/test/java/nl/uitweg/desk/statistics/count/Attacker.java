package nl.uitweg.desk.statistics.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An attacker who tries to disclose hidden numbers of published statistics, and who knows every
 * published number, that totals are sums, and that no number is negative. {@link #attack} first
 * solves the equations exactly (Gauss-Jordan elimination over integers, which covers every sum and
 * difference of published numbers), then computes bounds (the shuttle algorithm of Buzzigoli and
 * Giusti): each equation narrows the bounds of each of its unknowns until nothing changes. The
 * attack does not use how {@link Suppression} works.
 */
final class Attacker {

  private static final long NO_UPPER_BOUND = 1_000_000;
  private static final int MAX_ROUNDS = 200;

  private final Map<String, Integer> unknowns = new HashMap<>();
  private final List<Map<Integer, BigInteger>> equations = new ArrayList<>();
  private final List<BigInteger> rightSides = new ArrayList<>();

  /** The smallest and the largest value that a number can have. */
  record Bounds(long lower, long upper) {}

  /** Adds the knowledge that the numbers named {@code parts} add up to {@code whole}. */
  void addSum(List<String> parts, String whole) {
    Map<Integer, BigInteger> equation = new HashMap<>();
    parts.forEach(part -> equation.merge(id(part), BigInteger.ONE, BigInteger::add));
    equation.merge(id(whole), BigInteger.ONE.negate(), BigInteger::add);
    equations.add(equation);
    rightSides.add(BigInteger.ZERO);
  }

  /** Adds a published number. */
  void addPublished(String name, long number) {
    equations.add(new HashMap<>(Map.of(id(name), BigInteger.ONE)));
    rightSides.add(BigInteger.valueOf(number));
  }

  private int id(String name) {
    return unknowns.computeIfAbsent(name, n -> unknowns.size());
  }

  /** The narrowest bounds that this attack finds, by name of the number. */
  Map<String, Bounds> attack() {
    eliminate();
    long[] lower = new long[unknowns.size()];
    long[] upper = new long[unknowns.size()];
    Arrays.fill(upper, NO_UPPER_BOUND);
    for (int round = 0; round < MAX_ROUNDS && narrow(lower, upper); round++) {
      // until nothing changes
    }
    Map<String, Bounds> bounds = new HashMap<>();
    unknowns.forEach((name, id) -> bounds.put(name, new Bounds(lower[id], upper[id])));
    return bounds;
  }

  /** Adds the reduced equations to the given ones; integer arithmetic avoids fractions. */
  private void eliminate() {
    List<Map<Integer, BigInteger>> reduced = new ArrayList<>();
    List<BigInteger> reducedRightSides = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      Map<Integer, BigInteger> row = new HashMap<>(equations.get(i));
      BigInteger value = rightSides.get(i);
      for (int j = 0; j < reduced.size(); j++) {
        value = subtract(row, value, reduced.get(j), reducedRightSides.get(j), pivots.get(j));
      }
      if (row.isEmpty()) {
        continue;
      }
      int pivot = row.keySet().iterator().next();
      for (int j = 0; j < reduced.size(); j++) {
        reducedRightSides.set(
            j, subtract(reduced.get(j), reducedRightSides.get(j), row, value, pivot));
      }
      reduced.add(row);
      reducedRightSides.add(value);
      pivots.add(pivot);
    }
    equations.addAll(reduced);
    rightSides.addAll(reducedRightSides);
  }

  private static BigInteger subtract(
      Map<Integer, BigInteger> row,
      BigInteger value,
      Map<Integer, BigInteger> other,
      BigInteger otherValue,
      int pivot) {
    BigInteger factor = row.getOrDefault(pivot, BigInteger.ZERO);
    if (factor.signum() == 0) {
      return value;
    }
    BigInteger scale = other.getOrDefault(pivot, BigInteger.ONE);
    row.replaceAll((id, number) -> number.multiply(scale));
    other.forEach((id, number) -> row.merge(id, number.multiply(factor).negate(), BigInteger::add));
    row.values().removeIf(number -> number.signum() == 0);
    BigInteger result = value.multiply(scale).subtract(otherValue.multiply(factor));
    BigInteger common = row.values().stream().reduce(result, BigInteger::gcd).max(BigInteger.ONE);
    row.replaceAll((id, number) -> number.divide(common));
    return result.divide(common);
  }

  private boolean narrow(long[] lower, long[] upper) {
    boolean changed = false;
    for (int i = 0; i < equations.size(); i++) {
      Map<Integer, BigInteger> equation = equations.get(i);
      for (Map.Entry<Integer, BigInteger> term : equation.entrySet()) {
        changed |= narrow(term.getKey(), term.getValue().longValueExact(), i, lower, upper);
      }
    }
    return changed;
  }

  private boolean narrow(int id, long coefficient, int index, long[] lower, long[] upper) {
    long low = rightSides.get(index).longValueExact();
    long high = low;
    for (Map.Entry<Integer, BigInteger> other : equations.get(index).entrySet()) {
      if (other.getKey() != id) {
        long otherCoefficient = other.getValue().longValueExact();
        int otherId = other.getKey();
        low -= otherCoefficient * (otherCoefficient > 0 ? upper[otherId] : lower[otherId]);
        high -= otherCoefficient * (otherCoefficient > 0 ? lower[otherId] : upper[otherId]);
      }
    }
    long atLeast =
        coefficient > 0 ? -Math.floorDiv(-low, coefficient) : -Math.floorDiv(high, -coefficient);
    long atMost =
        coefficient > 0 ? Math.floorDiv(high, coefficient) : Math.floorDiv(-low, -coefficient);
    boolean changed = atLeast > lower[id] || atMost < upper[id];
    lower[id] = Math.max(lower[id], atLeast);
    upper[id] = Math.min(upper[id], atMost);
    return changed;
  }
}

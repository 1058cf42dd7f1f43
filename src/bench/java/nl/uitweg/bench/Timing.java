package nl.uitweg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Durations of a task that is repeated at most 60 times and for at most 15 seconds.
 *
 * @param median in milliseconds
 * @param p95 95th percentile in milliseconds
 * @param times number of measured runs
 */
record Timing(double median, double p95, int times) {

  private static final int WARM_UP_RUNS = 5;
  private static final int MAX_RUNS = 60;
  private static final long LIMIT_NANOS = 15_000_000_000L;

  /** The task to measure; {@code number} counts its runs from 0. */
  interface Task {
    void run(int number) throws Exception;
  }

  static Timing of(Task task) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UP_RUNS && System.nanoTime() - start < LIMIT_NANOS; i++) {
      task.run(i);
    }
    List<Long> nanos = new ArrayList<>();
    start = System.nanoTime();
    while (nanos.isEmpty()
        || (nanos.size() < MAX_RUNS && System.nanoTime() - start < LIMIT_NANOS)) {
      nanos.add(once(task, WARM_UP_RUNS + nanos.size()));
    }
    Collections.sort(nanos);
    return new Timing(
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get((int) Math.min(nanos.size() - 1L, Math.round(nanos.size() * 0.95))) / 1e6,
        nanos.size());
  }

  /** Duration of one run in nanoseconds. */
  static long once(Task task, int number) throws Exception {
    long from = System.nanoTime();
    task.run(number);
    return System.nanoTime() - from;
  }
}

package nl.uitweg.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times the same thing again and again: at most so many times and so long.
 *
 * @param median in milliseconds
 * @param p95 in milliseconds
 */
record Timing(double median, double p95, int times) {

  private static final int WARM_UP = 5;
  private static final int MOST = 60;
  private static final long PATIENCE_NANOS = 15_000_000_000L;

  /** What is timed; the number says how often it was done before. */
  interface Task {
    void run(int number) throws Exception;
  }

  static Timing of(Task task) throws Exception {
    long begun = System.nanoTime();
    for (int i = 0; i < WARM_UP && System.nanoTime() - begun < PATIENCE_NANOS; i++) {
      task.run(i);
    }
    List<Long> nanos = new ArrayList<>();
    begun = System.nanoTime();
    while (nanos.isEmpty() || (nanos.size() < MOST && System.nanoTime() - begun < PATIENCE_NANOS)) {
      nanos.add(once(task, WARM_UP + nanos.size()));
    }
    Collections.sort(nanos);
    return new Timing(
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get((int) Math.min(nanos.size() - 1L, Math.round(nanos.size() * 0.95))) / 1e6,
        nanos.size());
  }

  /** One time, in nanoseconds. */
  static long once(Task task, int number) throws Exception {
    long from = System.nanoTime();
    task.run(number);
    return System.nanoTime() - from;
  }
}

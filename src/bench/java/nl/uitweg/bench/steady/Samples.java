package nl.uitweg.bench.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Durations of the requests of one window of time, by kind. Several threads may add to it. */
final class Samples {

  private final Map<Kind, Queue<Double>> millis = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final AtomicInteger visits = new AtomicInteger();

  /** What is asked for. */
  enum Kind {
    PAGE("page"),
    STEP("step of the form"),
    SEND("send"),
    CONVERSATION("conversation"),
    DESK("desk");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  void add(Kind kind, long nanos) {
    millis.computeIfAbsent(kind, any -> new ConcurrentLinkedQueue<>()).add(nanos / 1e6);
  }

  /** Counts an answer that is not what the visitor asked for. */
  void fail(Kind kind, int status) {
    failures
        .computeIfAbsent(kind.label() + " " + status, any -> new AtomicInteger())
        .incrementAndGet();
  }

  void countVisit() {
    visits.incrementAndGet();
  }

  int visits() {
    return visits.get();
  }

  Map<String, AtomicInteger> failures() {
    return new TreeMap<>(failures);
  }

  /** A percentile in milliseconds, rounded to tenths; not a number when there are no samples. */
  double percentile(Kind kind, int percent) {
    List<Double> sorted = new ArrayList<>(millis.getOrDefault(kind, new ConcurrentLinkedQueue<>()));
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    sorted.sort(null);
    int index = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
    return Math.round(sorted.get(index) * 10) / 10.0;
  }
}

package nl.uitweg.bench.faults;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What visitors and officers were told, to be compared with what is stored. */
final class Ledger {

  /** Code that a visitor saw, by number of the report. */
  final Map<Integer, String> codes = new ConcurrentHashMap<>();

  /** Numbers of the reports with a photo whose code a visitor saw. */
  final Set<Integer> withPhoto = ConcurrentHashMap.newKeySet();

  /** Numbers of the reports that were given up after the page "Not sent yet". */
  final Set<Integer> notSent = ConcurrentHashMap.newKeySet();

  /** What should not have happened, for example an answer with status 500. */
  final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /** What happened how often to requests: answers, connections that broke, retries. */
  final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** Milliseconds from the first press on "send" until the code was shown. */
  final Queue<Long> waits = new ConcurrentLinkedQueue<>();

  void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
  }

  int finished() {
    return codes.size() + notSent.size();
  }
}

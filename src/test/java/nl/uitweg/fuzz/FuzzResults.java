package nl.uitweg.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts responses, and keeps one request of each kind of failure. */
final class FuzzResults {

  /** Requests in this folder are sent again by {@code ReplayedRequestsTest}. */
  static final Path KEPT = Path.of("src/test/resources/requests");

  private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final AtomicLong sent = new AtomicLong();

  long sent() {
    return sent.get();
  }

  synchronized void count(String role, int status) {
    sent.incrementAndGet();
    statuses.computeIfAbsent(role, name -> new TreeMap<>()).merge(status, 1, Integer::sum);
  }

  synchronized void fail(String problem, FuzzedRequest request) {
    String kind = problem + " for " + place(request.target());
    if (failures.merge(kind, 1, Integer::sum) > 1) {
      return;
    }
    System.out.println("\nFAILED: " + kind + " as " + request.role());
    System.out.println(shortened(request.text()));
    try {
      Files.createDirectories(KEPT);
      String name = request.role() + "-" + Integer.toHexString(request.text().hashCode());
      Files.writeString(KEPT.resolve(name + ".http"), request.text(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(String target) {
    String[] segments = target.replaceAll("[?#].*", "").split("/", 5);
    return segments.length > 1 && segments[1].equals("backoffice")
        ? "/backoffice/" + (segments.length > 2 ? segments[2].replaceAll("[^a-z].*", "…") : "")
        : "/…/" + (segments.length > 2 ? segments[2].replaceAll("[^a-z].*", "…") : "");
  }

  private static String shortened(String text) {
    return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "…";
  }

  synchronized int failures() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The table of statuses by role; status 0 stands for a connection closed without a response. */
  synchronized void print() {
    System.out.println(
        "\n| role | requests | statuses (0: closed without a response) |\n|---|---|---|");
    statuses.forEach(
        (role, counts) ->
            System.out.printf(
                "| %s | %d | %s |%n",
                role, counts.values().stream().mapToInt(Integer::intValue).sum(), counts));
    failures.forEach((kind, count) -> System.out.println("FAILED " + count + " times: " + kind));
  }
}

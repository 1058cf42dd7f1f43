package nl.uitweg.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measurements of one run. The ratio of each compares it with the first measurement of the same
 * subject, which is for the smallest number of reports.
 */
final class Measurements {

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Double> baseline = new LinkedHashMap<>();

  void add(String subject, int reports, Timing timing) {
    baseline.putIfAbsent(subject, timing.median());
    double ratio = timing.median() / baseline.getOrDefault(subject, timing.median());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", subject);
    row.put("reports", reports);
    row.put("median_ms", round(timing.median()));
    row.put("p95_ms", round(timing.p95()));
    row.put("ratio", round(ratio));
    row.put("times", timing.times());
    rows.add(row);
    System.out.printf(
        "  %-40s %,10d  %8.1f ms  p95 %8.1f ms  × %.2f%n",
        subject, reports, timing.median(), timing.p95(), ratio);
  }

  /** Adds figures that are no durations; they are written as JSON only. */
  void addFigures(Map<String, Object> row) {
    rows.add(row);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Prints all measurements as a table, grouped by subject, and writes them as JSON. */
  void finish(String name) throws IOException {
    Path json = Path.of("target/bench/" + name + ".json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), rows);
    System.out.printf(
        "%n| what | reports | median ms | p95 ms | ratio | times |%n|---|---|---|---|---|---|%n");
    for (String subject : baseline.keySet()) {
      rows.stream()
          .filter(row -> subject.equals(row.get("what")))
          .forEach(
              row ->
                  System.out.printf(
                      "| %s | %,d | %s | %s | %s | %s |%n",
                      subject,
                      (int) row.get("reports"),
                      row.get("median_ms"),
                      row.get("p95_ms"),
                      row.get("ratio"),
                      row.get("times")));
    }
    System.out.println("\nAlso in " + json);
  }
}

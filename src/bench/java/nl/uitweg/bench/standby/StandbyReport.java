package nl.uitweg.bench.standby;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import nl.uitweg.testsupport.TestTimeout;

/** What was measured, printed as tables and written as JSON. */
final class StandbyReport {

  private static final Path JSON = Path.of("target/bench/standby.json");

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Object> checks = new LinkedHashMap<>();
  private double promoted;
  private double synchronousAgain;

  /** Seconds from the fault of the next row until there was a new primary. */
  void promoted(double seconds) {
    promoted = seconds;
  }

  /** Seconds from the fault of the next row until there was a synchronous standby again. */
  void synchronousAgain(double seconds) {
    synchronousAgain = seconds;
  }

  void add(String what, Visitors.Result result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("reports", result.reports());
    row.put("acknowledged", result.sent().size());
    row.put("median_s", rounded(result.seconds().get(result.seconds().size() / 2)));
    row.put("longest_s", rounded(result.seconds().get(result.seconds().size() - 1)));
    row.put("most_presses", result.mostPresses());
    row.put("longest_without_acknowledgement_s", rounded(result.longestGap()));
    row.put("new_primary_after_s", promoted == 0 ? "" : rounded(promoted));
    row.put("standby_again_after_s", synchronousAgain == 0 ? "" : rounded(synchronousAgain));
    promoted = 0;
    synchronousAgain = 0;
    rows.add(row);
    System.out.println(row);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }

  void check(String what, long number) {
    checks.put(what, number);
  }

  /** Waits until a number is reached that scheduled work changes. */
  void awaitCheck(String what, long expected, LongSupplier number) {
    TestTimeout.await(what).until(() -> number.getAsLong() >= expected);
    check(what, number.getAsLong());
  }

  void note(String line) {
    checks.put("audit verify", line.strip());
  }

  void finish(List<String> serverVersion) throws IOException {
    checks.put("PostgreSQL", String.join("", serverVersion));
    Files.createDirectories(JSON.getParent());
    new JsonMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(JSON.toFile(), Map.of("rows", rows, "checks", checks));
    System.out.println(
        "\n| what happened | reports | acknowledged | median s | longest s | most presses | longest time"
            + " without an acknowledgement s | new primary after s | standby again after s |\n"
            + "|---|---|---|---|---|---|---|---|---|");
    rows.forEach(StandbyReport::print);
    System.out.println("\n| afterwards | |\n|---|---|");
    checks.forEach((what, value) -> System.out.println("| " + what + " | " + value + " |"));
    System.out.println("\nAlso in " + JSON);
  }

  private static void print(Map<String, Object> row) {
    System.out.println(
        "| " + String.join(" | ", row.values().stream().map(String::valueOf).toList()) + " |");
  }
}

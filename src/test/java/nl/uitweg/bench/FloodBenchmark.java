package nl.uitweg.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.uitweg.testsupport.Installation;

/**
 * Behind {@code bin/bench flood}: the packaged application as a process, on this machine only, with
 * twenty people who report: ten from addresses of their own and ten behind one that attacks. How
 * long each waits in quiet times, and beside 1 and 100 attackers.
 */
public final class FloodBenchmark {

  private static final int PEOPLE = 10;
  private static final Duration READING = Duration.ofSeconds(11);
  private static final Duration RECOVERY = Duration.ofSeconds(25);

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final int port;
  private int round;

  private FloodBenchmark(int port) {
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.start(folder)) {
      FloodBenchmark figures = new FloodBenchmark(site.port());
      figures.measure("nobody attacks", 0, FloodAttacker.Kind.PATIENT);
      for (FloodAttacker.Kind kind : FloodAttacker.Kind.values()) {
        figures.measure(kind.what(), 1, kind);
        figures.measure(kind.what(), 100, kind);
      }
      figures.finish();
    }
  }

  private void measure(String what, int attackers, FloodAttacker.Kind kind) throws Exception {
    round++;
    List<FloodVisitor> elsewhere = people("127.0." + (10 + round) + ".");
    List<FloodVisitor> behind =
        IntStream.range(0, PEOPLE).mapToObj(i -> new FloodVisitor(attacker(0), port)).toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<FloodAttacker> attack =
        IntStream.range(0, attackers)
            .mapToObj(i -> new FloodAttacker(kind, attacker(i), port, attackers))
            .toList();
    try {
      for (FloodVisitor person : elsewhere) {
        person.open();
      }
      for (FloodVisitor person : behind) {
        person.open();
      }
      for (FloodAttacker attacker : attack) {
        attacker.prepare();
      }
      Thread.sleep(READING.toMillis());
      attack.forEach(threads::execute);
      Thread.sleep(2_000);
      report(what, attackers, "elsewhere", reported(elsewhere, threads));
      report(what, attackers, "behind it", reported(behind, threads));
    } finally {
      attack.forEach(FloodAttacker::stop);
      threads.shutdownNow();
    }
    Thread.sleep(RECOVERY.toMillis());
  }

  private String attacker(int number) {
    return "127.0." + (100 + round) + "." + (1 + number);
  }

  private List<FloodVisitor> people(String network) {
    return IntStream.range(0, PEOPLE)
        .mapToObj(i -> new FloodVisitor(network + (i + 1), port))
        .toList();
  }

  private static List<FloodVisitor.Outcome> reported(
      List<FloodVisitor> people, ExecutorService threads) throws Exception {
    List<Future<FloodVisitor.Outcome>> all =
        people.stream().map(person -> threads.submit(person::report)).toList();
    List<FloodVisitor.Outcome> outcomes = new ArrayList<>();
    for (Future<FloodVisitor.Outcome> one : all) {
      outcomes.add(one.get());
    }
    return outcomes;
  }

  private void report(String what, int attackers, String who, List<FloodVisitor.Outcome> outcomes) {
    List<Long> waits =
        outcomes.stream()
            .filter(FloodVisitor.Outcome::arrived)
            .map(FloodVisitor.Outcome::millis)
            .sorted()
            .toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("attack", what);
    row.put("attackers", attackers);
    row.put("people", who);
    row.put("arrived", waits.size());
    row.put("median_s", waits.isEmpty() ? -1 : waits.get(waits.size() / 2) / 1e3);
    row.put("longest_s", waits.isEmpty() ? -1 : waits.get(waits.size() - 1) / 1e3);
    row.put(
        "most_presses", outcomes.stream().mapToInt(FloodVisitor.Outcome::presses).max().orElse(0));
    row.put(
        "page_ms", outcomes.stream().mapToLong(FloodVisitor.Outcome::pageMillis).max().orElse(0));
    rows.add(row);
    System.out.println(row);
  }

  private void finish() throws Exception {
    Path json = Path.of("target/bench/flood.json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), rows);
    System.out.printf(
        "%n| attack | attackers | people | arrived of %d | median s | longest s | most presses |"
            + " slowest page ms |%n|---|---|---|---|---|---|---|---|%n",
        PEOPLE);
    rows.forEach(
        row ->
            System.out.println(
                "| "
                    + String.join(" | ", row.values().stream().map(String::valueOf).toList())
                    + " |"));
    System.out.println("\nAlso in " + json);
  }
}

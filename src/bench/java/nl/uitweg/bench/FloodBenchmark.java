package nl.uitweg.bench;

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
 * Run by {@code bin/bench flood}: measures how long twenty visitors who send a report have to wait,
 * without an attack and during each kind of attack by 1 and by 100 attackers. Ten visitors have
 * their own addresses and ten share the address of an attacker. The packaged application runs as a
 * process, on loopback addresses only.
 */
public final class FloodBenchmark {

  private static final int VISITORS_PER_GROUP = 10;
  private static final Duration TIME_BEFORE_SENDING = Duration.ofSeconds(11);
  private static final Duration RECOVERY_TIME = Duration.ofSeconds(25);

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final int port;
  private int round;

  private FloodBenchmark(int port) {
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.startWithPackagedContent(folder)) {
      FloodBenchmark benchmark = new FloodBenchmark(site.port());
      benchmark.measure("no attack", 0, FloodAttacker.Kind.PATIENT);
      for (FloodAttacker.Kind kind : FloodAttacker.Kind.values()) {
        benchmark.measure(kind.description(), 1, kind);
        benchmark.measure(kind.description(), 100, kind);
      }
      ResultTable.write("flood", benchmark.rows);
    }
  }

  private void measure(String description, int attackers, FloodAttacker.Kind kind)
      throws Exception {
    round++;
    List<FloodVisitor> elsewhere = visitors("127.0." + (10 + round) + ".");
    List<FloodVisitor> sameAddress =
        IntStream.range(0, VISITORS_PER_GROUP)
            .mapToObj(i -> new FloodVisitor(attackerAddress(0), port))
            .toList();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<FloodAttacker> attack =
        IntStream.range(0, attackers)
            .mapToObj(i -> new FloodAttacker(kind, attackerAddress(i), port, attackers))
            .toList();
    try {
      for (FloodVisitor visitor : elsewhere) {
        visitor.open();
      }
      for (FloodVisitor visitor : sameAddress) {
        visitor.open();
      }
      for (FloodAttacker attacker : attack) {
        attacker.prepare();
      }
      Thread.sleep(TIME_BEFORE_SENDING.toMillis());
      attack.forEach(threads::execute);
      Thread.sleep(2_000);
      addRow(description, attackers, "own address", sendReports(elsewhere, threads));
      addRow(description, attackers, "attacker's address", sendReports(sameAddress, threads));
    } finally {
      attack.forEach(FloodAttacker::stop);
      threads.shutdownNow();
    }
    Thread.sleep(RECOVERY_TIME.toMillis());
  }

  private String attackerAddress(int number) {
    return "127.0." + (100 + round) + "." + (1 + number);
  }

  private List<FloodVisitor> visitors(String network) {
    return IntStream.range(0, VISITORS_PER_GROUP)
        .mapToObj(i -> new FloodVisitor(network + (i + 1), port))
        .toList();
  }

  private static List<FloodVisitor.Result> sendReports(
      List<FloodVisitor> visitors, ExecutorService threads) throws Exception {
    List<Future<FloodVisitor.Result>> futures =
        visitors.stream().map(visitor -> threads.submit(visitor::report)).toList();
    List<FloodVisitor.Result> results = new ArrayList<>();
    for (Future<FloodVisitor.Result> result : futures) {
      results.add(result.get());
    }
    return results;
  }

  private void addRow(
      String description, int attackers, String visitors, List<FloodVisitor.Result> results) {
    List<Long> waits =
        results.stream()
            .filter(FloodVisitor.Result::arrived)
            .map(FloodVisitor.Result::millis)
            .sorted()
            .toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("attack", description);
    row.put("attackers", attackers);
    row.put("visitors", visitors);
    row.put("arrived", waits.size());
    row.put("median_s", waits.isEmpty() ? -1 : waits.get(waits.size() / 2) / 1e3);
    row.put("longest_s", waits.isEmpty() ? -1 : waits.get(waits.size() - 1) / 1e3);
    row.put(
        "most_presses", results.stream().mapToInt(FloodVisitor.Result::presses).max().orElse(0));
    row.put("page_ms", results.stream().mapToLong(FloodVisitor.Result::pageMillis).max().orElse(0));
    rows.add(row);
    System.out.println(row);
  }
}

package nl.uitweg.bench.connections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.uitweg.bench.ResultTable;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.ProcessResources;
import nl.uitweg.testsupport.RawVisitor;

/**
 * Run by {@code bin/bench connections}: measures how long the pages of an honest visitor take while
 * an attacker holds a thousand connections in each of several ways, beside the same without an
 * attack just before. Also counts how many connections the site has closed, and its memory, threads
 * and descriptors.
 */
public final class ConnectionsBenchmark {

  private static final int CONNECTIONS = 1_000;
  private static final long SECONDS = 20;
  private static final long RECOVERY_SECONDS = 15;
  private static final long PAUSE_MILLIS = 20;
  private static final List<String> PAGES = List.of("/nl", "/en/help", "/nl/report", "/ar/code");

  private final Installation site;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  private ConnectionsBenchmark(Installation site) {
    this.site = site;
  }

  /**
   * Runs it.
   *
   * @param arguments how often each attack is tried, at most 20 times
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.startWithPackagedContentOnly(folder, Map.of())) {
      ConnectionsBenchmark benchmark = new ConnectionsBenchmark(site);
      benchmark.readPages(new RawVisitor("127.0.0.1", site.port())); // warms up
      int network = 40;
      for (int round = 0; round < rounds; round++) {
        for (HeldConnections.Kind kind : HeldConnections.Kind.values()) {
          benchmark.measure(kind, network++);
        }
      }
      ResultTable.write("connections", benchmark.rows);
    }
  }

  private void measure(HeldConnections.Kind kind, int network)
      throws IOException, InterruptedException {
    RawVisitor visitor = new RawVisitor("127.0.30.1", site.port());
    RawVisitor neighbour = new RawVisitor("127.0." + network + ".1", site.port());
    List<Double> quiet = readPages(visitor);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("attack", kind.description());
    ProcessResources before = ProcessResources.of(site.process().pid());
    try (HeldConnections held = HeldConnections.open(kind, CONNECTIONS, site.port(), network)) {
      Thread attacker = new Thread(held, "attacker");
      attacker.start();
      List<Double> meanwhile = readPages(visitor);
      ProcessResources during = ProcessResources.of(site.process().pid());
      List<Double> sharing = readPages(neighbour);
      row.put("quiet p50 ms", percentile(quiet, 50));
      row.put("quiet p99 ms", percentile(quiet, 99));
      row.put("attack p50 ms", percentile(meanwhile, 50));
      row.put("attack p99 ms", percentile(meanwhile, 99));
      row.put("p99 ratio", round(percentile(meanwhile, 99) / percentile(quiet, 99)));
      row.put("attacker's address p99 ms", percentile(sharing, 99));
      row.put("not answered", failures(meanwhile) + failures(sharing));
      row.put("refused", held.refused());
      row.put("open after " + (2 * SECONDS) + " s", held.open());
      row.put("heap MB", before.heapMegabytes() + " → " + during.heapMegabytes());
      row.put("resident MB", before.residentMegabytes() + " → " + during.residentMegabytes());
      row.put("threads", before.threads() + " → " + during.threads());
      row.put("descriptors", before.files() + " → " + during.files());
    }
    TimeUnit.SECONDS.sleep(RECOVERY_SECONDS);
    row.put("descriptors afterwards", ProcessResources.of(site.process().pid()).files());
    rows.add(row);
    System.out.println(row);
  }

  /** Milliseconds of each page; infinite for a page that did not arrive completely. */
  private List<Double> readPages(RawVisitor visitor) throws InterruptedException {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (int i = 0; System.nanoTime() < end; i++) {
      long start = System.nanoTime();
      RawVisitor.Answer answer = visitor.get(PAGES.get(i % PAGES.size()));
      boolean arrived = answer.status() == 200 && answer.complete();
      times.add(arrived ? (System.nanoTime() - start) / 1e6 : Double.POSITIVE_INFINITY);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return times;
  }

  private static long failures(List<Double> times) {
    return times.stream().filter(time -> Double.isInfinite(time)).count();
  }

  private static double percentile(List<Double> times, int percent) {
    List<Double> sorted = times.stream().sorted().toList();
    return round(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}

package nl.uitweg.bench.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.RawVisitor;
import nl.uitweg.testsupport.ReplicatedDesk;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.ReverseProxy;
import org.jboss.logging.Logger;

/**
 * Run by {@code bin/bench faults}: visitors send reports through nginx to two replicas, and an
 * officer handles them, while processes are killed and the database fails. Afterwards what each of
 * them was told is compared with what is stored.
 */
public final class FaultBenchmark {

  private static final Logger LOG = Logger.getLogger(FaultBenchmark.class);

  private static final int REPORTERS = 8;

  /** Windows in which the officer works at the same time, with one login. */
  private static final int OFFICERS = 6;

  private static final int PAUSE_MILLIS = 200;

  private final int reports;
  private final int kills;
  private final long seed;
  private final ReplicatedSite site;
  private final ReplicatedDesk desk;
  private final ReverseProxy proxy;
  private final FaultSchedule schedule;
  private final StoredFacts stored;
  private final Ledger ledger = new Ledger();
  private final FaultChecks checks;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Set<UUID> begun = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Queue<Officer.Work> handled = new ConcurrentLinkedQueue<>();

  private FaultBenchmark(
      int reports,
      int kills,
      long seed,
      ReplicatedSite site,
      ReplicatedDesk desk,
      ReverseProxy proxy,
      SmallDisk disk) {
    this.reports = reports;
    this.kills = kills;
    this.seed = seed;
    this.site = site;
    this.desk = desk;
    this.proxy = proxy;
    this.schedule = new FaultSchedule(site, desk, disk, new Random(seed));
    this.stored = new StoredFacts(site.database());
    this.checks = new FaultChecks(ledger, stored, site, desk);
  }

  /**
   * Runs it.
   *
   * @param arguments number of reports, number of kills, seed of the random order
   */
  public static void main(String[] arguments) {
    boolean clean = false;
    try {
      clean = runWith(arguments);
    } catch (Exception | AssertionError failure) {
      LOG.error("The benchmark failed", failure);
    }
    System.exit(clean ? 0 : 1); // the browser of the login keeps a thread
  }

  private static boolean runWith(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    Path disk = Files.createTempDirectory("uitweg-disk");
    int deskPort = LocalPorts.findFree();
    try (SmallDisk small = SmallDisk.mount(disk);
        ReplicatedSite site =
            ReplicatedSite.start(folder, small.folder().resolve("data"), ReverseProxy.TRUSTED);
        ReverseProxy proxy =
            ReverseProxy.start(
                folder.resolve("nginx"), site.first().port(), site.second().port(), deskPort);
        ReplicatedDesk desk =
            ReplicatedDesk.start(folder, site.database().jdbcUrl(), deskPort, proxy.port())) {
      FaultBenchmark benchmark =
          new FaultBenchmark(
              Integer.parseInt(arguments[0]),
              Integer.parseInt(arguments[1]),
              Long.parseLong(arguments[2]),
              site,
              desk,
              proxy,
              small);
      benchmark.run();
      return benchmark.finish();
    }
  }

  private void run() throws Exception {
    System.out.println("Seed of the random order: " + seed);
    Officer officer =
        new Officer("http://localhost:" + proxy.port(), desk.logIn("zilvervoort"), ledger);
    List<String> forms = filledInForms();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> work = new ArrayList<>();
      AtomicInteger next = new AtomicInteger();
      for (int i = 0; i < REPORTERS; i++) {
        int reporter = i;
        work.add(threads.submit(() -> sendReports(reporter, forms, next)));
      }
      List<Future<?>> handling = new ArrayList<>();
      for (int i = 0; i < OFFICERS; i++) {
        handling.add(threads.submit(() -> handleReports(officer)));
      }
      schedule.run(kills);
      System.out.println("All processes run again; the rest is sent and handled");
      for (Future<?> each : work) {
        each.get();
      }
      ended.set(true);
      for (Future<?> each : handling) {
        each.get();
      }
    } finally {
      ended.set(true);
      threads.shutdownNow();
    }
    System.out.println("Answers: " + new TreeMap<>(ledger.counts));
    checks.reports();
    checks.work(handled, officer);
    checks.purges();
    checks.mails();
  }

  private List<String> filledInForms() {
    RestAssured.port = site.first().port();
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      FormClient form = new FormClient("en");
      form.fillIn("zilvervoort", "report number " + i, "unknown");
      forms.add(form.sealedState());
    }
    System.out.println(forms.size() + " forms are filled in");
    return forms;
  }

  /** Sends forms, spread over the time of the faults. */
  private Void sendReports(int reporter, List<String> forms, AtomicInteger next) throws Exception {
    RawVisitor visitor = new RawVisitor("127.0.3." + (reporter + 1), proxy.port());
    byte[] photo = Photos.jpeg(120, 40, "");
    for (int number = next.getAndIncrement(); number < reports; number = next.getAndIncrement()) {
      while (number > (long) reports * (schedule.kills() + 1) / kills && !ended.get()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      byte[] file = number % 3 == 0 ? photo : new byte[0];
      new Reporter(number, forms.get(number), visitor, file, ledger, new Random(seed + number))
          .report();
    }
    return null;
  }

  private Void handleReports(Officer officer) throws Exception {
    while (!ended.get()) {
      for (UUID report : newReports()) {
        if (!ended.get() && begun.add(report)) {
          handled.add(officer.handle(report, numbers.incrementAndGet()));
        }
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return null;
  }

  private List<UUID> newReports() {
    try {
      return stored.newReports();
    } catch (SQLException unavailable) {
      return List.of();
    }
  }

  private boolean finish() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seed", seed);
    all.put("faults", schedule.counts());
    all.put("answers", new TreeMap<>(ledger.counts));
    all.put("unexpected", new ArrayList<>(ledger.faults));
    List<Long> waits = ledger.waits.stream().sorted().toList();
    all.put("median_wait_ms", waits.get(waits.size() / 2));
    all.put("longest_wait_ms", waits.get(waits.size() - 1));
    all.put("rows", checks.rows());
    Path json = Path.of("target/bench/faults.json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
    System.out.println("\nFaults: " + schedule.counts());
    System.out.println("Unexpected: " + ledger.faults);
    System.out.println("\n| what | tried | lost | doubled or false |\n|---|---|---|---|");
    checks
        .rows()
        .forEach(
            row ->
                System.out.println(
                    "| "
                        + String.join(" | ", row.values().stream().map(String::valueOf).toList())
                        + " |"));
    System.out.println("\nAlso in " + json);
    return ledger.faults.isEmpty() && checks.areClean();
  }
}

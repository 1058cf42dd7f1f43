package nl.uitweg.bench.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.uitweg.bench.DeskSession;
import nl.uitweg.bench.ResultTable;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ProcessResources;
import nl.uitweg.testsupport.RawVisitor;
import nl.uitweg.testsupport.ReplicatedDesk;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.ReverseProxy;
import org.jboss.logging.Logger;

/**
 * Run by {@code bin/bench steady}: first finds how many visits two replicas behind nginx can serve
 * on this machine, then sends half as many for an hour, while an officer works at the desk. Each
 * window of time shows the waiting times, and the memory, threads and descriptors of the processes;
 * the first window is what the others are compared with.
 */
public final class SteadyBenchmark {

  private static final Logger LOG = Logger.getLogger(SteadyBenchmark.class);

  private static final int WORKERS = 8;
  private static final int WINDOWS = 12;
  private static final int ADDRESSES_PER_NETWORK = 250;
  private static final long CALIBRATION_SECONDS = 45;
  private static final long OFFICER_PAUSE_MILLIS = 3_000;

  private final ReplicatedSite site;
  private final ReplicatedDesk desk;
  private final ReverseProxy proxy;
  private final AtomicInteger visits = new AtomicInteger();
  private final byte[] photo;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private volatile Samples samples = new Samples();
  private volatile boolean ended;

  private SteadyBenchmark(ReplicatedSite site, ReplicatedDesk desk, ReverseProxy proxy)
      throws IOException {
    this.site = site;
    this.desk = desk;
    this.proxy = proxy;
    this.photo = Photos.jpeg(1_600, 1_200, "");
  }

  /**
   * Runs it.
   *
   * @param arguments minutes of the steady load
   */
  public static void main(String[] arguments) {
    try {
      run(Integer.parseInt(arguments[0]));
    } catch (Exception | AssertionError failure) {
      LOG.error("The benchmark failed", failure);
      System.exit(1);
    }
    System.exit(0); // the browser of the login keeps a thread
  }

  private static void run(int minutes) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    int deskPort = LocalPorts.findFree();
    try (ReplicatedSite site = ReplicatedSite.start(folder, ReverseProxy.TRUSTED);
        ReverseProxy proxy =
            ReverseProxy.start(
                folder.resolve("nginx"), site.first().port(), site.second().port(), deskPort);
        ReplicatedDesk desk =
            ReplicatedDesk.start(folder, site.database().jdbcUrl(), deskPort, proxy.port())) {
      new SteadyBenchmark(site, desk, proxy).measure(minutes);
    }
  }

  private void measure(int minutes) throws Exception {
    SteadyOfficer officer =
        new SteadyOfficer(
            new DeskSession("http://localhost:" + proxy.port(), desk.logIn("zilvervoort")));
    closedLoop(); // warms up
    double capacity = closedLoop() / (double) CALIBRATION_SECONDS;
    System.out.printf("Capacity: %.1f visits a second; half of that follows%n", capacity);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> load = new ArrayList<>();
      load.add(threads.submit(() -> work(officer)));
      long pauseNanos = (long) (WORKERS * 2 * 1e9 / capacity);
      for (int i = 0; i < WORKERS; i++) {
        long offset = i * pauseNanos / WORKERS;
        load.add(threads.submit(() -> visitEvery(pauseNanos, offset)));
      }
      for (int window = 1; window <= WINDOWS; window++) {
        samples = new Samples();
        TimeUnit.MILLISECONDS.sleep(TimeUnit.MINUTES.toMillis(minutes) / WINDOWS);
        addRow(window * (double) minutes / WINDOWS, samples);
      }
      ended = true;
      for (Future<?> each : load) {
        each.get(); // reports what stopped one of them
      }
    } finally {
      ended = true;
      threads.shutdownNow();
    }
    System.out.println("\nProcesses: resident MB, live MB, threads, descriptors");
    ResultTable.write("steady", rows);
  }

  /** Visits that all workers together finish when each begins the next at once. */
  private int closedLoop() throws Exception {
    samples = new Samples();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CALIBRATION_SECONDS);
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    visit();
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return samples.visits();
  }

  /**
   * Begins a visit at fixed moments; one that takes longer delays only the visits of its worker.
   */
  private Void visitEvery(long pauseNanos, long offset) throws InterruptedException {
    long next = System.nanoTime() + offset;
    while (!ended) {
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      visit();
      next = Math.max(next + pauseNanos, System.nanoTime());
    }
    return null;
  }

  private void visit() {
    int number = visits.getAndIncrement();
    String address =
        "127.1."
            + (number / ADDRESSES_PER_NETWORK % ADDRESSES_PER_NETWORK)
            + "."
            + (1 + number % ADDRESSES_PER_NETWORK);
    new SteadyVisitor(new RawVisitor(address, proxy.port()), photo, samples).visit(number);
  }

  private Void work(SteadyOfficer officer) throws InterruptedException {
    for (int number = 0; !ended; number++) {
      officer.work(number, samples);
      TimeUnit.MILLISECONDS.sleep(OFFICER_PAUSE_MILLIS);
    }
    return null;
  }

  private void addRow(double minute, Samples window) throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("minute", minute);
    row.put("visits", window.visits());
    for (Samples.Kind kind : Samples.Kind.values()) {
      row.put(
          kind.label() + " p50, p99 ms",
          window.percentile(kind, 50) + ", " + window.percentile(kind, 99));
    }
    row.put("failed", window.failures());
    row.put("first replica", resources(site.first().process()));
    row.put("second replica", resources(site.second().process()));
    row.put("desk", resources(desk.replica().process()));
    rows.add(row);
    System.out.println(row);
  }

  /** Resident and live megabytes, threads and descriptors. */
  private static String resources(Process process) throws IOException {
    ProcessResources held = ProcessResources.of(process.pid());
    return held.residentMegabytes()
        + ", "
        + held.heapMegabytes()
        + ", "
        + held.threads()
        + ", "
        + held.files();
  }
}

package nl.uitweg.bench.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import java.util.regex.Pattern;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.MailServer;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.RawVisitor;
import nl.uitweg.testsupport.ReplicatedDesk;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.ReverseProxy;
import nl.uitweg.testsupport.TestTimeout;
import org.jboss.logging.Logger;

/**
 * Run by {@code bin/bench faults}: visitors send reports through nginx to two replicas, and an
 * officer handles them, while processes are killed and the database fails. Afterwards what each of
 * them was told is compared with what is stored.
 */
public final class FaultBenchmark {

  private static final Logger LOG = Logger.getLogger(FaultBenchmark.class);

  private static final int REPORTERS = 8;
  private static final int PAUSE_MILLIS = 200;

  /** A mail that was being sent by a killed process is free again after ten minutes. */
  private static final Duration MAIL_CLAIM = Duration.ofMinutes(12);

  private static final Map<String, String> PROXY =
      Map.of(
          "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");

  private final int reports;
  private final int kills;
  private final long seed;
  private final ReplicatedSite site;
  private final ReplicatedDesk desk;
  private final ReverseProxy proxy;
  private final FaultSchedule schedule;
  private final StoredFacts stored;
  private final Ledger ledger = new Ledger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Queue<Officer.Work> handled = new ConcurrentLinkedQueue<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();

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
        ReplicatedSite site = ReplicatedSite.start(folder, small.folder().resolve("data"), PROXY);
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
      Future<?> handling = threads.submit(() -> handleReports(officer));
      schedule.run(kills);
      System.out.println("All processes run again; the rest is sent and handled");
      for (Future<?> each : work) {
        each.get();
      }
      ended.set(true);
      handling.get();
    } finally {
      ended.set(true);
      threads.shutdownNow();
    }
    checkReports();
    checkWork(officer);
    checkPurges();
    checkMails();
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
    Set<UUID> seen = ConcurrentHashMap.newKeySet();
    int number = 0;
    while (!ended.get()) {
      for (UUID report : newReports()) {
        if (!ended.get() && seen.add(report)) {
          handled.add(officer.handle(report, number++));
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

  private void checkReports() throws SQLException {
    long storedReports = stored.count("select count(*) from report");
    AtomicInteger doNotOpen = new AtomicInteger();
    ledger.codes.forEach(
        (number, code) -> {
          String page = site.first().post("/en/code", "code=" + code).body();
          if (!page.contains("name=\"token\"")) {
            doNotOpen.incrementAndGet();
          }
        });
    long codes = ledger.codes.values().stream().distinct().count();
    row(
        "reports: the visitor saw a code",
        ledger.codes.size(),
        doNotOpen.get(),
        storedReports - codes + (ledger.codes.size() - codes));
    row(
        "reports: “not sent” and given up",
        ledger.notSent.size(),
        0,
        Math.max(0, storedReports - codes));
    long files = stored.count("select count(*) from attachment");
    row("photos", ledger.withPhoto.size(), ledger.withPhoto.size() - files, 0);
  }

  /** The page of each handled report shows each text once and is closed. */
  private void checkWork(Officer officer) throws InterruptedException, SQLException {
    int messages = 0;
    int doubledMessages = 0;
    int notes = 0;
    int doubledNotes = 0;
    int states = 0;
    for (Officer.Work work : handled) {
      String page = officer.open("/backoffice/reports/" + work.report());
      int shownMessages = occurrences(page, work.message() + "<");
      int shownNotes = occurrences(page, work.note() + "<");
      messages += shownMessages == 0 ? 1 : 0;
      doubledMessages += Math.max(0, shownMessages - 1);
      notes += shownNotes == 0 ? 1 : 0;
      doubledNotes += Math.max(0, shownNotes - 1);
      states += page.contains("value=\"reopened\"") ? 0 : 1;
    }
    row("messages of the officer", handled.size(), messages, doubledMessages);
    row("notes", handled.size(), notes, doubledNotes);
    row("states", handled.size(), states, 0);
    long referred = handled.stream().filter(Officer.Work::referred).count();
    long referrals = stored.count("select count(*) from referral");
    row(
        "referrals",
        referred,
        Math.max(0, referred - referrals),
        Math.max(0, referrals - referred));
  }

  private static int occurrences(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  /** Makes all closed reports due, kills the desk while it purges them, and counts what is left. */
  private void checkPurges() throws SQLException, IOException, InterruptedException {
    stored.execute("update report set closed_on = closed_on - 400 where state = 'CLOSED'");
    long due = stored.count("select count(*) from report where state = 'CLOSED'");
    for (int i = 0; i < 3; i++) {
      TimeUnit.SECONDS.sleep(2);
      desk.replica().kill();
      desk.restart();
    }
    TestTimeout.await("all closed reports are purged")
        .until(() -> stored.count("select count(*) from report where state = 'CLOSED'") == 0);
    long tombstones = stored.count("select count(*) from tombstone");
    row("purges", due, Math.max(0, due - tombstones), Math.max(0, tombstones - due));
    long audited = stored.count("select count(*) from audit_event where action = 'purge'");
    row("purges in the audit", due, Math.max(0, due - audited), Math.max(0, audited - due));
  }

  /** Every notification has become a mail, and no mail was delivered twice. */
  private void checkMails() throws SQLException {
    TestTimeout.await("all mails are sent")
        .atMost(MAIL_CLAIM)
        .until(
            () ->
                stored.count("select count(*) from report_notification") == 0
                    && stored.count("select count(*) from mail where recipient like 'zilv%'") == 0);
    List<String> ids =
        MailServer.messagesTo("zilvervoort@example.test")
            .map(mail -> mail.replaceAll("(?s).*Message-ID: (<[^>]+>).*", "$1"))
            .toList();
    long different = ids.stream().distinct().count();
    row("mails to the officer", different, different == 0 ? 1 : 0, ids.size() - different);
  }

  private void row(String what, long tried, long lost, long doubled) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("tried", tried);
    row.put("lost", lost);
    row.put("doubled_or_false", doubled);
    rows.add(row);
    System.out.println(row);
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
    all.put("rows", rows);
    Path json = Path.of("target/bench/faults.json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
    System.out.println("\nFaults: " + schedule.counts());
    System.out.println("Answers: " + new TreeMap<>(ledger.counts));
    System.out.println("Unexpected: " + ledger.faults);
    System.out.println("\n| what | tried | lost | doubled or false |\n|---|---|---|---|");
    rows.forEach(
        row ->
            System.out.println(
                "| "
                    + String.join(" | ", row.values().stream().map(String::valueOf).toList())
                    + " |"));
    System.out.println("\nAlso in " + json);
    return ledger.faults.isEmpty()
        && rows.stream()
            .allMatch(row -> row.get("lost").equals(0L) && row.get("doubled_or_false").equals(0L));
  }
}

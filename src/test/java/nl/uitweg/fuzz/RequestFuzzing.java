package nl.uitweg.fuzz;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.ProcessResources;
import nl.uitweg.testsupport.TestTimeout;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Run by {@code bin/test --fuzz}: sends mutated requests for every route to the packaged
 * application, as a visitor and as each role of the desk, from loopback addresses only. Fails when
 * a response breaks the {@link ResponseRules}, when the application holds more memory, threads or
 * files afterwards, or when it no longer takes a report or a login.
 */
public final class RequestFuzzing {

  private static final int WORKERS = 4;
  private static final int REQUESTS_PER_CONNECTION = 25;
  private static final Duration RENEWAL = Duration.ofSeconds(15);
  private static final Duration MEASUREMENT = Duration.ofSeconds(5);
  private static final Pattern REPORT = Pattern.compile("/backoffice/reports/([0-9a-f-]{36})");
  private static final Map<String, String> USERS =
      Map.of(
          "officer", "zilvervoort",
          "care-coordinator", "care",
          "auditor", "auditor",
          "administrator", "admin");

  /** The languages of the fictional content with which the application starts. */
  private static final Languages LANGUAGES =
      new Languages(Stream.of("nl", "en", "pl").map(Language::new).toList());

  private final Installation site;
  private final int requests;
  private final long seed;
  private final FuzzResults results = new FuzzResults();
  private final ResponseRules rules = new ResponseRules(LANGUAGES);
  private final List<Visitor> visitors = new ArrayList<>();

  /** Templates for each visitor, in the same order. */
  private final List<RequestTemplates> templates = new ArrayList<>();

  private RequestFuzzing(Installation site, int requests, long seed) {
    this.site = site;
    this.requests = requests;
    this.seed = seed;
  }

  /**
   * @param arguments number of requests, and optionally the seed of the random generator
   */
  public static void main(String[] arguments) throws Exception {
    long seed =
        arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime() & 0xFFFF_FFFFL;
    Path folder = Files.createTempDirectory("uitweg-fuzz");
    boolean passed;
    try (Installation site = Installation.start(folder)) {
      passed = new RequestFuzzing(site, Integer.parseInt(arguments[0]), seed).run();
    }
    System.exit(passed ? 0 : 1);
  }

  private boolean run() throws Exception {
    System.out.println("Requests: " + requests + ", seed: " + seed);
    prepare();
    ProcessResources before = ProcessResources.of(site.process().pid());
    long start = System.nanoTime();
    Thread table = new Thread(results::print);
    Runtime.getRuntime().addShutdownHook(table); // also when it is interrupted
    sendAll();
    System.out.printf(
        "%d requests in %d s%n", results.sent(), (System.nanoTime() - start) / 1_000_000_000);
    System.out.println("Before: " + before);
    boolean recovered = recovers(before);
    boolean works = stillWorks();
    System.out.println("A report and a login afterwards: " + (works ? "work" : "FAILED"));
    return results.failures() == 0 && recovered && works;
  }

  /** Sends reports, logs in as each role, and gives every role the same report. */
  private void prepare() throws IOException {
    for (int i = 0; i < 5; i++) {
      sendReport("127.0.9." + (i + 1), "A house with many beds " + i);
    }
    visitors.add(Visitor.anonymous(site));
    for (Map.Entry<String, String> user : new java.util.TreeMap<>(USERS).entrySet()) {
      visitors.add(Visitor.loggedIn(site, user.getKey(), user.getValue()));
    }
    Visitor officer = visitor("officer");
    String report = reportIn(officer);
    visitors.forEach(visitor -> visitor.set(FuzzedRequest.REPORT, report));
    for (Visitor visitor : visitors) {
      templates.add(explore(visitor));
    }
  }

  private Visitor visitor(String role) {
    return visitors.stream().filter(one -> one.role().equals(role)).findFirst().orElseThrow();
  }

  private static String reportIn(Visitor officer) throws IOException {
    Matcher report = REPORT.matcher(officer.page("/backoffice?view=all").orElse(""));
    if (!report.find()) {
      throw new IOException("The inbox shows no report");
    }
    return report.group(1);
  }

  private FormClient sendReport(String address, String description) {
    FormClient form = new FormClient("en", address, site.port());
    form.fillIn("zilvervoort", description, "unknown");
    String code = FormClient.code(form.press("send"));
    if (code.isEmpty()) {
      throw new IllegalStateException("The report was not accepted");
    }
    return form;
  }

  private void sendAll() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int number = worker;
        workers.add(
            threads.submit(
                () -> {
                  work(number);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        await(worker);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Waits for a worker; meanwhile keeps the logins alive. */
  private void await(Future<?> worker) throws Exception {
    while (true) {
      try {
        worker.get(RENEWAL.toSeconds(), TimeUnit.SECONDS);
        return;
      } catch (java.util.concurrent.TimeoutException running) {
        for (Visitor visitor : visitors) {
          visitor.renew();
        }
        System.out.printf("%d sent, %d failed%n", results.sent(), results.failures());
      }
    }
  }

  private RequestTemplates explore(Visitor visitor) throws IOException {
    RequestTemplates found = new RequestTemplates();
    found.explore(
        visitor,
        visitor.isAnonymous()
            ? List.of("/nl", "/ar", "/nl/report", "/nl/code", "/nl/residence", "/en/search")
            : found.deskPages());
    if (visitor.isAnonymous()) {
      addReportForms(found, visitor);
    }
    System.out.printf(
        "%s: %d routes, %d pages, %d forms%n",
        visitor.role(), found.routes().size(), found.pages(), found.forms());
    return found;
  }

  /** The screens of the form and, with the code of a report, its conversation. */
  private void addReportForms(RequestTemplates found, Visitor visitor) throws IOException {
    FormClient form = new FormClient("en", "127.0.9.99", site.port());
    found.add(form.open().asString(), "/en/report", visitor);
    for (String[] fields :
        new String[][] {
          {"safety", "no", "role", "neighbour"},
          {"forms", "labour"},
          {"indicators", "labour.no-passport"},
          {"municipality", "zilvervoort", "place", "Zeestraat 1"},
          {"what", "a house with two doors"},
          {"age", "adult"},
          {"how", "saw"},
          {"contact", "unknown"}
        }) {
      found.add(form.next(fields).asString(), "/en/report", visitor);
    }
    visitor.set(FuzzedRequest.STATE, form.sealedState());
    String sent = form.press("send").asString();
    found.add(sent, "/en/report", visitor);
    String code = FormClient.code(form.press("send"));
    String conversation =
        io.restassured.RestAssured.given()
            .baseUri("http://127.0.0.1")
            .port(site.port())
            .formParam("code", code)
            .post("/en/code")
            .asString();
    found.add(conversation, "/en/code", visitor);
  }

  private void work(int worker) throws IOException {
    Random random = new Random(seed * 31 + worker);
    RequestMutator mutator = new RequestMutator(random);
    List<FuzzConnection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < requests / WORKERS; i++) {
        if (i % REQUESTS_PER_CONNECTION == 0) {
          closeAll(connections);
          String address =
              "127." + (20 + worker) + "." + random.nextInt(256) + "." + (1 + random.nextInt(250));
          connections.add(new FuzzConnection(address, site.port()));
        }
        int who = random.nextInt(5) < 2 ? 0 : random.nextInt(visitors.size());
        FuzzedRequest request = templates.get(who).next(random, mutator, visitors.get(who).role());
        send(connections.get(0), request, visitors.get(who));
      }
    } finally {
      closeAll(connections);
    }
  }

  private static void closeAll(List<FuzzConnection> connections) throws IOException {
    for (FuzzConnection connection : connections) {
      connection.close();
    }
    connections.clear();
  }

  private void send(FuzzConnection connection, FuzzedRequest request, Visitor visitor)
      throws IOException {
    try {
      ReceivedResponse response = connection.send(request, visitor.values());
      results.count(request.role(), response.status());
      rules
          .problem(request.method(), request.target(), response)
          .ifPresent(problem -> results.fail(problem, request));
    } catch (SocketTimeoutException silent) {
      connection.close();
      results.count(request.role(), -1);
      results.fail("no response in time", request);
    }
  }

  /** Waits until connections and idle threads have ended. */
  private boolean recovers(ProcessResources before) throws IOException {
    try {
      TestTimeout.await()
          .pollInterval(MEASUREMENT)
          .until(() -> ProcessResources.of(site.process().pid()).isLike(before));
    } catch (ConditionTimeoutException remains) {
      System.out.println("FAILED: the application holds more than before");
    }
    ProcessResources after = ProcessResources.of(site.process().pid());
    System.out.println("After:  " + after);
    return after.isLike(before);
  }

  private boolean stillWorks() throws IOException {
    String description = "A report after the mutated requests";
    sendReport("127.0.8.1", description);
    Visitor officer = Visitor.loggedIn(site, "officer", USERS.get("officer"));
    TestTimeout.await()
        .until(() -> officer.page("/backoffice?view=all").orElse("").contains(description));
    return true;
  }
}

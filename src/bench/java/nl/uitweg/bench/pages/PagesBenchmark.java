package nl.uitweg.bench.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.bench.ResultTable;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.TestOutput;
import nl.uitweg.testsupport.TestTimeout;
import org.jboss.logging.Logger;

/**
 * Run by {@code bin/bench pages}: how many times a second the site sends its first page, beside a
 * Vert.x server with one route and nginx that send the same bytes and headers. The three take turns
 * in each round.
 */
public final class PagesBenchmark {

  private static final Logger LOG = Logger.getLogger(PagesBenchmark.class);

  private static final String PAGE = "/nl";
  private static final List<Integer> CONNECTIONS = List.of(32, 256);
  private static final int SECONDS = 6;
  private static final int WARM_UP_SECONDS = 10;

  private final Map<String, String> servers = new LinkedHashMap<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /**
   * Runs it.
   *
   * @param arguments number of rounds
   */
  public static void main(String[] arguments) {
    try {
      new PagesBenchmark().run(Integer.parseInt(arguments[0]));
    } catch (Exception | AssertionError failure) {
      LOG.error("The benchmark failed", failure);
      System.exit(1);
    }
    System.exit(0); // threads of the HTTP client would keep the process running
  }

  private void run(int rounds) throws Exception {
    if (!LoadGenerator.isInstalled()) {
      throw new IllegalStateException("wrk was not found: apt-get install wrk");
    }
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.startAsShipped(folder)) {
      TestTimeout.await("all pages are compressed")
          .ignoreException(IllegalStateException.class)
          .until(() -> CapturedPage.from(site.url() + "/ar/help") != null);
      CapturedPage page = CapturedPage.from(site.url() + PAGE);
      page.write(folder.resolve("page"));
      int barePort = LocalPorts.findFree();
      Process bare = startBareRoute(barePort, folder.resolve("page"));
      try (StaticNginx nginx = StaticNginx.start(folder.resolve("nginx"), page)) {
        servers.put("site", "http://127.0.0.1:" + site.port() + PAGE);
        servers.put("bare route", "http://127.0.0.1:" + barePort + PAGE);
        servers.put("nginx", "http://127.0.0.1:" + nginx.port() + PAGE);
        awaitSameBody(page, barePort);
        awaitSameBody(page, nginx.port());
        for (int connections : CONNECTIONS) {
          measure(connections, rounds);
        }
      } finally {
        bare.destroy();
        bare.onExit().join();
      }
    }
    ResultTable.write("pages", rows);
  }

  private static Process startBareRoute(int port, Path page) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            BareRoute.class.getName(),
            Integer.toString(port),
            page.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(TestOutput.file("bare.log").toFile()))
        .start();
  }

  private static void awaitSameBody(CapturedPage page, int port) {
    TestTimeout.await("the reference listens").until(() -> isListening(port));
    TestTimeout.await("the reference sends the page")
        .until(
            () ->
                CapturedPage.from("http://127.0.0.1:" + port + PAGE).body().length
                    == page.body().length);
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private void measure(int connections, int rounds) throws IOException, InterruptedException {
    Map<String, List<LoadGenerator.Result>> results = new LinkedHashMap<>();
    for (String url : servers.values()) {
      LoadGenerator.run(url, connections, WARM_UP_SECONDS);
    }
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, String> server : servers.entrySet()) {
        results
            .computeIfAbsent(server.getKey(), name -> new ArrayList<>())
            .add(LoadGenerator.run(server.getValue(), connections, SECONDS));
      }
    }
    Spread bareRate = rate(results.getOrDefault("bare route", List.of()));
    Spread bareP99 = p99(results.getOrDefault("bare route", List.of()));
    results.forEach(
        (server, all) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("connections", connections);
          row.put("server", server);
          row.put("pages a second", rate(all).toString());
          row.put("share of the bare route", share(rate(all), bareRate));
          row.put("p99 ms", p99(all).toString());
          row.put("p99 beside the bare route", share(p99(all), bareP99));
          rows.add(row);
          System.out.println(row);
        });
  }

  private static double share(Spread value, Spread reference) {
    return Math.round(100 * value.median() / reference.median()) / 100.0;
  }

  private static Spread rate(List<LoadGenerator.Result> results) {
    return Spread.of(results.stream().map(LoadGenerator.Result::perSecond).toList());
  }

  private static Spread p99(List<LoadGenerator.Result> results) {
    return Spread.of(results.stream().map(LoadGenerator.Result::p99).toList());
  }
}

package nl.uitweg.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.testsupport.Installation;

/**
 * Run by {@code bin/bench find}: measures how long the packaged application takes for the results
 * of the questions of the tests, over HTTP, compared with the same page without a search.
 */
public final class FindBenchmark {

  private static final Path QUESTIONS = Path.of("src/test/resources/search/questions.tsv");
  private static final int WARM_UP_ROUNDS = 10;
  private static final int MEASURED_ROUNDS = 10;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String site;

  private FindBenchmark(String site) {
    this.site = site;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (Installation site = Installation.startWithPackagedContentOnly(folder, Map.of())) {
      new FindBenchmark(site.url()).measure();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    System.exit(0); // threads of the HTTP client would keep the process running
  }

  private void measure() throws IOException, InterruptedException {
    List<String> results = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      String[] columns = line.split("\t", -1);
      if (columns.length > 1 && !columns[0].equals("language")) {
        String address = "/" + columns[0] + "/search";
        empty.add(address);
        results.add(addressOfResults(address, columns[1]));
      }
    }
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      times(results);
      times(empty);
    }
    List<Double> search = new ArrayList<>();
    List<Double> reference = new ArrayList<>();
    for (int i = 0; i < MEASURED_ROUNDS; i++) {
      search.addAll(times(results));
      reference.addAll(times(empty));
    }
    List<Row> rows = List.of(Row.of("results", search), Row.of("empty page", reference));
    Path json = Path.of("target/bench/find.json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), rows);
    System.out.printf("%n| what | requests | p50 ms | p99 ms |%n|---|---|---|---|%n");
    rows.forEach(
        row ->
            System.out.printf(
                "| %s | %d | %.2f | %.2f |%n", row.what(), row.requests(), row.p50(), row.p99()));
    System.out.println("\nAlso in " + json);
  }

  private String addressOfResults(String address, String words)
      throws IOException, InterruptedException {
    HttpResponse<Void> redirect =
        client.send(
            HttpRequest.newBuilder(URI.create(site + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    return URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  /** Milliseconds of each request, one after the other. */
  private List<Double> times(List<String> addresses) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (String address : addresses) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(site + address)).build();
      long from = System.nanoTime();
      int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      times.add((System.nanoTime() - from) / 1e6);
      if (status != 200) {
        throw new IOException("Status " + status + " instead of results");
      }
    }
    return times;
  }

  /** Times in milliseconds. */
  private record Row(String what, int requests, double p50, double p99) {

    static Row of(String what, List<Double> times) {
      List<Double> sorted = times.stream().sorted().toList();
      int count = sorted.size();
      return new Row(what, count, sorted.get(count / 2), sorted.get(count * 99 / 100));
    }
  }
}

package nl.uitweg.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, the HTTP benchmark tool of Debian, with one thread. */
final class LoadGenerator {

  private static final Path PROGRAM = Path.of("/usr/bin/wrk");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0);

  private LoadGenerator() {}

  /**
   * The result of one run.
   *
   * @param perSecond requests a second
   * @param p99 99th percentile of the waiting time in milliseconds
   */
  record Result(double perSecond, double p99) {}

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Requests an address as often as possible, each connection one request at a time.
   *
   * @throws IllegalStateException when a response is an error or does not arrive
   */
  static Result run(String url, int connections, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    PROGRAM.toString(),
                    "--threads=1",
                    "--connections=" + connections,
                    "--duration=" + seconds + "s",
                    "--latency",
                    "--header=Accept-Encoding: br",
                    url))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    if (output.contains("Non-2xx") || output.contains("Socket errors")) {
      throw new IllegalStateException(output);
    }
    Matcher p99 = found(P99, output);
    double unit = MILLIS.getOrDefault(p99.group(2), Double.NaN);
    return new Result(
        Double.parseDouble(found(RATE, output).group(1)), Double.parseDouble(p99.group(1)) * unit);
  }

  private static Matcher found(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException(output);
    }
    return matcher;
  }
}

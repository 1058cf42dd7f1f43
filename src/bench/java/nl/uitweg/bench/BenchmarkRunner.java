package nl.uitweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Run by {@code bin/bench sealing}: runs one class of JMH benchmarks and compares each step with
 * its baseline.
 */
public final class BenchmarkRunner {

  /** Suffix of the method that measures the baseline of a step. */
  private static final String BASELINE_SUFFIX = "Baseline";

  private BenchmarkRunner() {}

  /**
   * @param arguments name of the class without the suffix {@code Benchmark}: {@code Sealing}
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    String name = arguments[0];
    Path json = Path.of("target/bench/" + name.toLowerCase(Locale.ROOT) + ".json");
    Files.createDirectories(json.getParent());
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("nl\\.uitweg\\.bench\\." + name + "Benchmark\\.")
                    .resultFormat(ResultFormatType.JSON)
                    .result(json.toString())
                    .build())
            .run();
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String label = result.getPrimaryResult().getLabel();
      scores.put(label, result.getPrimaryResult().getScore());
    }
    System.out.printf(
        "%n| step | per second | baseline | share of baseline |%n|---|---|---|---|%n");
    scores.forEach(
        (step, score) -> {
          if (!step.endsWith(BASELINE_SUFFIX)) {
            double baseline = scores.getOrDefault(step + BASELINE_SUFFIX, Double.NaN);
            System.out.printf(
                "| %s | %,.0f | %,.0f | %.0f %% |%n",
                step, score, baseline, 100 * score / baseline);
          }
        });
    System.out.println("\nAlso in " + json);
  }
}

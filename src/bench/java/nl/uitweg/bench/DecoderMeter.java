package nl.uitweg.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Installation;

/**
 * Measures what an image costs: the processor time that the site charges for it (its metric), the
 * peak of the memory of the decoding process since {@link #start} (Linux only), and the processor
 * time of the site itself.
 */
final class DecoderMeter {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final int KILOBYTES_PER_MEGABYTE = 1024;

  private final Installation site;
  private double chargedBefore;
  private Duration siteBefore = Duration.ZERO;

  DecoderMeter(Installation site) {
    this.site = site;
  }

  /**
   * What was used between {@link #start} and {@link #stop}.
   *
   * @param decoderPeakMegabytes 0 when no decoding process runs
   */
  record Reading(double decoderMillis, double siteMillis, long decoderPeakMegabytes) {}

  void start() throws IOException, InterruptedException {
    Optional<ProcessHandle> decoder = decoder();
    if (decoder.isPresent()) {
      // proc(5): 5 resets the peak resident set size
      Files.writeString(Path.of("/proc", Long.toString(decoder.get().pid()), "clear_refs"), "5");
    }
    chargedBefore = metric("uitweg_images_processor_seconds_total");
    siteBefore = cpuTime();
  }

  Reading stop() throws IOException, InterruptedException {
    double siteMillis = cpuTime().minus(siteBefore).toMillis();
    double charged = metric("uitweg_images_processor_seconds_total") - chargedBefore;
    Optional<ProcessHandle> decoder = decoder();
    return new Reading(1_000 * charged, siteMillis, decoder.isPresent() ? peak(decoder.get()) : 0);
  }

  /** Number of images with this outcome so far. */
  double count(String outcome) throws IOException, InterruptedException {
    return metric("uitweg_images_total{outcome=\"" + outcome + "\"");
  }

  private Duration cpuTime() {
    return site.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private Optional<ProcessHandle> decoder() {
    return site.process().children().findFirst();
  }

  private static long peak(ProcessHandle process) {
    try {
      String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
      Matcher peak = PEAK.matcher(status);
      return peak.find() ? Long.parseLong(peak.group(1)) / KILOBYTES_PER_MEGABYTE : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Value of the metric whose line starts like this; 0 when there is none yet. */
  private double metric(String start) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(site.url() + "/q/metrics")).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

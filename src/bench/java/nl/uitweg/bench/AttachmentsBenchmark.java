package nl.uitweg.bench;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.AttachmentKind;
import nl.uitweg.testsupport.AttachmentKinds;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.Installation;
import org.apache.commons.io.FileUtils;

/**
 * Run by {@code bin/bench attachments}: sends files of every kind, several times each, and measures
 * what they cost the process that decodes images and the site, compared with a photo of 12 million
 * pixels in the same run. The packaged application runs as a process, without the limits on how
 * many reports a visitor sends.
 */
public final class AttachmentsBenchmark {

  private static final String MUNICIPALITY = "zilvervoort";

  /** Processor time of the first file, a photo, with which the others are compared. */
  private long photoMillis;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Installation site;
  private final Path temporary;
  private final int times;
  private final DecoderMeter meter;
  private int sent;

  private AttachmentsBenchmark(Installation site, Path temporary, int times) {
    this.site = site;
    this.temporary = temporary;
    this.times = times;
    this.meter = new DecoderMeter(site);
  }

  /**
   * @param arguments how many times each file is sent; the median counts
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Map<String, String> settings =
        Map.of(
            "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary,
            "PORTAL_ABUSE_MINIMUM_FORM_AGE", "0S",
            "PORTAL_ABUSE_REPORTS", "100000",
            "PORTAL_ABUSE_ALL_REPORTS", "100000",
            "PORTAL_ABUSE_IMAGE_TIME", "24H");
    try (Installation site = Installation.startWithoutLogin(folder, settings)) {
      AttachmentsBenchmark benchmark =
          new AttachmentsBenchmark(site, temporary, Integer.parseInt(arguments[0]));
      benchmark.run();
      ResultTable.write("attachments", benchmark.rows);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private void run() throws Exception {
    Map<String, byte[]> honest = BenchmarkPhotos.all();
    byte[] reference = honest.values().iterator().next();
    send("warm-up.jpg", reference); // starts the process that decodes, which stays
    for (Map.Entry<String, byte[]> photo : honest.entrySet()) {
      measure(photo.getKey(), "photo.jpg", photo.getValue());
    }
    for (AttachmentKind kind : AttachmentKinds.all()) {
      measure(kind.description(), kind.fileName(), kind.content());
    }
    for (Map.Entry<String, byte[]> image : DecompressionBombs.expensiveToDecode().entrySet()) {
      measure("small, passes the header: " + image.getKey(), "small.jpg", image.getValue());
    }
  }

  private void measure(String description, String name, byte[] content) throws Exception {
    List<Double> decoder = new ArrayList<>();
    List<Double> application = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    long peak = 0;
    String result = "";
    for (int i = 0; i < times; i++) {
      meter.start();
      long start = System.nanoTime();
      result = send(name, content);
      millis.add((System.nanoTime() - start) / 1e6);
      DecoderMeter.Reading reading = meter.stop();
      decoder.add(reading.decoderMillis());
      application.add(reading.siteMillis());
      peak = Math.max(peak, reading.decoderPeakMegabytes());
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", description);
    row.put("bytes", String.format(Locale.ROOT, "%,d", content.length));
    row.put("result", result);
    long decoderMillis = median(decoder);
    photoMillis = photoMillis == 0 ? Math.max(1, decoderMillis) : photoMillis;
    row.put("decoder CPU ms", decoderMillis);
    row.put("of the photo", Math.round(100.0 * decoderMillis / photoMillis) / 100.0);
    row.put("decoder peak MB", peak);
    row.put("site CPU ms", median(application));
    row.put("elapsed ms", median(millis));
    row.put("files left", filesLeft());
    rows.add(row);
    System.out.println(row);
  }

  /** Sends a report with this file, agrees to send it uncleaned, and says what became of it. */
  private String send(String name, byte[] content) throws Exception {
    FormClient form = new FormClient("en", "127.0.0.1", site.port());
    form.fillIn(MUNICIPALITY, "report number " + sent++, "unknown");
    double cleanedBefore = meter.count("reencoded");
    Response response = form.sendWithFile(name, content);
    if (response.statusCode() != 200) {
      return "refused (" + response.statusCode() + ")";
    }
    return meter.count("reencoded") > cleanedBefore ? "cleaned" : "as it is";
  }

  private long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("sealed")).count();
    }
  }

  private static long median(List<Double> values) {
    return Math.round(values.stream().sorted().toList().get(values.size() / 2));
  }
}

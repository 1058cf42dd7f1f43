package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a Java process holds, on Linux.
 *
 * @param residentMegabytes memory that the operating system counts for it
 * @param heapMegabytes used heap after a garbage collection
 * @param threads number of threads
 * @param files number of open file descriptors
 */
public record ProcessResources(
    long residentMegabytes, long heapMegabytes, long threads, long files) {

  private static final long HEAP_MARGIN = 48;
  private static final long MARGIN = 40;

  /** Measures the process after a full garbage collection. */
  public static ProcessResources of(long pid) throws IOException {
    command("GC.run", pid);
    long heap = heap(pid);
    List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return new ProcessResources(
        value(status, "VmRSS:") / 1_024,
        heap,
        value(status, "Threads:"),
        entries(Path.of("/proc/" + pid + "/fd")));
  }

  private static long value(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /**
   * Whether this is what it was before, within 48 megabytes and 40 threads and files: pools of
   * connections and threads, and caches with a limit, may still be filled.
   */
  public boolean isLike(ProcessResources before) {
    return heapMegabytes <= before.heapMegabytes + HEAP_MARGIN
        && threads <= before.threads + MARGIN
        && files <= before.files + MARGIN;
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }

  /** Live objects of the heap, from the last line of the histogram. */
  private static long heap(long pid) throws IOException {
    List<String> lines = command("GC.class_histogram", pid).lines().toList();
    String[] total = lines.get(lines.size() - 1).strip().split("\\s+", -1);
    return Long.parseLong(total[total.length - 1]) / (1024 * 1024);
  }

  private static String command(String command, long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}

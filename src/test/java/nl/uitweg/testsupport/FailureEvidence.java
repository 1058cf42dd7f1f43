package nl.uitweg.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves evidence of a failed test in {@code target/failures}: screenshot, HTML and console of its
 * pages, and the part of the server logs written since the test began. Called by {@link
 * ServerTestEvents} and {@link ProcessTestEvents}.
 */
final class FailureEvidence {

  private static final Path FAILURES = Path.of("target/failures");

  /** Log files of the site, its replicas and the login provider. */
  private static final List<String> LOGS =
      List.of(
          "quarkus-test.log",
          "installation.log",
          "replicas.log",
          "keycloak.log",
          "keycloak-installation.log");

  private static final Map<String, Long> LOG_SIZES_AT_START = new HashMap<>();

  private FailureEvidence() {}

  static void testBegins() {
    for (String log : LOGS) {
      LOG_SIZES_AT_START.put(log, size(TestOutput.file(log)));
    }
  }

  static void testEnds(String test, boolean failed) {
    try {
      if (failed) {
        save(test);
      }
    } finally {
      OpenContexts.closeFinished();
    }
  }

  private static void save(String test) {
    Path folder = FAILURES.resolve(test.replaceAll("[^A-Za-z0-9._-]+", "-"));
    try {
      Files.createDirectories(folder);
      OpenContexts.save(folder);
      for (String log : LOGS) {
        copySince(
            TestOutput.file(log), LOG_SIZES_AT_START.getOrDefault(log, 0L), folder.resolve(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("FAILED " + test + ": screenshots and logs are in " + folder);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static void copySince(Path log, long from, Path target) throws IOException {
    if (size(log) <= from) {
      return;
    }
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
      channel.position(from);
      Files.copy(
          Channels.newInputStream(channel),
          target,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the scanner with a real ClamAV daemon and one test signature. */
class VirusScannerTest {

  private static final String SIGNATURE_TEXT = "our-own-signature-7204113";

  @TempDir static Path folder;
  private static Process daemon;

  @BeforeAll
  static void start() throws IOException {
    String program =
        Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd")
            .filter(path -> Files.isExecutable(Path.of(path)))
            .findFirst()
            .orElse("");
    Assumptions.assumeFalse(program.isEmpty(), "clamd is not installed; bin/test installs it");
    Path signatures = Files.createDirectory(folder.resolve("db"));
    Files.writeString(
        signatures.resolve("own.ndb"),
        "Own.Test:0:*:"
            + HexFormat.of().formatHex(SIGNATURE_TEXT.getBytes(StandardCharsets.US_ASCII))
            + "\n");
    Files.writeString(
        folder.resolve("clamd.conf"),
        """
        DatabaseDirectory %s
        LocalSocket %s
        Foreground yes
        User root
        """
            .formatted(signatures, folder.resolve("s")));
    daemon =
        new ProcessBuilder(List.of(program, "--config-file=" + folder.resolve("clamd.conf")))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    TestTimeout.await().until(() -> Files.exists(folder.resolve("s")) || !daemon.isAlive());
    assertThat(daemon.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
  }

  @AfterAll
  static void stop() {
    if (daemon != null) {
      daemon.destroy();
    }
  }

  @Test
  void findsSignatureAnywhereInFile() throws IOException {
    assertThat(isInfected("x" + SIGNATURE_TEXT + "y")).isTrue();
    assertThat(isInfected("a".repeat(300_000) + SIGNATURE_TEXT)).isTrue();
  }

  @Test
  void acceptsHarmlessAndEmptyFiles() throws IOException {
    assertThat(isInfected("a".repeat(300_000))).isFalse();
    assertThat(isInfected("")).isFalse();
  }

  @Test
  void failsWithoutDaemon() {
    assertThatThrownBy(
            () ->
                new VirusScanner(folder.resolve("missing").toString(), TestTimeout.LIMIT)
                    .isInfected(new ByteArrayInputStream(new byte[1])))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                new VirusScanner("127.0.0.1:1", TestTimeout.LIMIT)
                    .isInfected(new ByteArrayInputStream(new byte[1])))
        .isInstanceOf(IOException.class);
  }

  private static boolean isInfected(String content) throws IOException {
    return new VirusScanner(folder.resolve("s").toString(), TestTimeout.LIMIT)
        .isInfected(new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
  }
}

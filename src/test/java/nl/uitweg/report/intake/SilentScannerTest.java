package nl.uitweg.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.uitweg.platform.abuse.ImageTimes;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.report.image.ImageDecoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests virus scanner daemons that accept a connection but give no answer or an incomplete one. The
 * tests do not need ClamAV.
 */
class SilentScannerTest {

  private static final Duration TIMEOUT = Duration.ofMillis(200);

  @TempDir Path folder;

  record Limits(int atOnce, int perReport, int size, Optional<String> clamd, Duration scanTimeout)
      implements AttachmentLimits {}

  /** The largest file fills the socket buffers, so that writing blocks too. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8 * 1024 * 1024})
  void timesOutOnUnixSocket(int size) throws IOException {
    try (ServerSocketChannel daemon = silentDaemon()) {
      String address = daemon.getLocalAddress().toString();
      assertThatThrownBy(() -> scan(address, size)).isInstanceOf(SocketTimeoutException.class);
      assertThat(new VirusScanner(address, TIMEOUT).ping()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8 * 1024 * 1024})
  void timesOutOverTcp(int size) throws IOException {
    try (ServerSocket daemon = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> scan("127.0.0.1:" + daemon.getLocalPort(), size))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void timesOutOnIncompleteReply() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServerSocket daemon = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Future<Socket> connection =
          thread.submit(
              () -> {
                Socket socket = daemon.accept();
                socket.getOutputStream().write("stream: O".getBytes(StandardCharsets.US_ASCII));
                return socket;
              });
      assertThatThrownBy(() -> scan("127.0.0.1:" + daemon.getLocalPort(), 1))
          .isInstanceOf(SocketTimeoutException.class);
      connection.get().close();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void failsForUnknownHost() {
    assertThatThrownBy(() -> scan("scanner.invalid:3310", 1))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void acceptsFilesUnscannedAndConnectsToSilentDaemonOnce() throws IOException {
    Path keys = folder.resolve("keys");
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    ImageDecoder decoder = ImageDecoders.create();
    Limits limits = new Limits(5, 25, 1_000, Optional.of(socketPath().toString()), TIMEOUT);
    IntakeFactory intakes =
        new IntakeFactory(
            Sealer.read(keys.resolve("public")),
            limits,
            new ImageCleaner(decoder),
            ImageDecoders.settings(),
            ImageTimes.of(Duration.ofMinutes(1)));
    try (ServerSocketChannel daemon = silentDaemon();
        Intake intake = intakes.start(new Origin("visitor", false))) {
      intake.add("one.txt", text("the first"));
      intake.add("two.txt", text("the second"));
      assertThat(intake.problems(true)).isEmpty();
      assertThat(intake.files())
          .extracting(ReceivedFile::name)
          .containsExactly("one.txt", "two.txt");
      assertThat(intake.files()).noneMatch(ReceivedFile::scanned);
      assertThat(intake.files()).extracting(ReceivedFile::size).containsExactly(9, 10);
      daemon.configureBlocking(false);
      try (SocketChannel first = daemon.accept();
          SocketChannel second = daemon.accept()) {
        assertThat(first).isNotNull();
        assertThat(second).isNull();
      }
    } finally {
      ImageDecoders.stop(decoder);
    }
  }

  private Path socketPath() {
    return folder.resolve("s");
  }

  /** A daemon that never answers; the operating system accepts connections in its backlog. */
  private ServerSocketChannel silentDaemon() throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socketPath()));
  }

  private static boolean scan(String address, int size) throws IOException {
    return new VirusScanner(address, TIMEOUT).isInfected(new ByteArrayInputStream(new byte[size]));
  }

  private static ByteArrayInputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}

package nl.uitweg.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Client of the ClamAV daemon: uses the commands {@code zINSTREAM} and {@code zPING} of clamd(8)
 * over a Unix socket or TCP. Every exchange has a deadline, so that a daemon that does not answer
 * cannot block the caller.
 */
final class VirusScanner {

  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int MAX_REPLY_BYTES = 4_096;
  private static final Pattern HOST_AND_PORT = Pattern.compile("([^/:]+):(\\d{1,5})");

  private final String address;
  private final Duration timeout;

  /**
   * @param address path of a Unix socket, or {@code host:port}
   * @param timeout maximum time for one file, including connecting
   */
  VirusScanner(String address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /**
   * Scans a file.
   *
   * @return whether a virus signature matches
   * @throws SocketTimeoutException when the daemon does not answer in time
   * @throws IOException when the daemon cannot be reached or gives an unexpected reply
   */
  boolean isInfected(InputStream content) throws IOException {
    try (DeadlineChannel daemon = connect()) {
      daemon.write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
        if (length > 0) {
          daemon.write(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
          daemon.write(ByteBuffer.wrap(chunk, 0, length));
        }
      }
      daemon.write(ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
      String reply = readReply(daemon);
      if (reply.endsWith(" FOUND")) {
        return true;
      }
      if (reply.endsWith(" OK")) {
        return false;
      }
      throw new IOException("the virus scanner did not reply with OK or FOUND");
    }
  }

  /** Whether the daemon answers {@code zPING} with {@code PONG}. */
  boolean ping() {
    try (DeadlineChannel daemon = connect()) {
      daemon.write(ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)));
      return readReply(daemon).equals("PONG");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private DeadlineChannel connect() throws IOException {
    Matcher tcp = HOST_AND_PORT.matcher(address);
    SocketAddress socket =
        tcp.matches()
            ? new InetSocketAddress(tcp.group(1), Integer.parseInt(tcp.group(2)))
            : UnixDomainSocketAddress.of(address);
    return DeadlineChannel.connect(socket, timeout);
  }

  private static String readReply(DeadlineChannel daemon) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_REPLY_BYTES);
    while (bytes.hasRemaining() && daemon.read(bytes) >= 0) {
      // read until the daemon closes the connection or the buffer is full
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII)
        .replace("\0", "")
        .strip();
  }
}

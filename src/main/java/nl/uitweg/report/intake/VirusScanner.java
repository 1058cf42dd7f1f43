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
 * Speaks to ClamAV's daemon: {@code zINSTREAM} as in its manual page clamd(8), over a Unix socket
 * or TCP. It is waited for until a deadline: a daemon that accepts and stays silent stops nobody.
 */
final class VirusScanner {

  private static final int PIECE = 64 * 1024;
  private static final int ANSWER = 4_096;
  private static final Pattern HOST_AND_PORT = Pattern.compile("([^/:]+):(\\d{1,5})");

  private final String address;
  private final Duration within;

  /**
   * @param address path of a Unix socket, or {@code host:port}
   * @param within how long a file may take, connecting included
   */
  VirusScanner(String address, Duration within) {
    this.address = address;
    this.within = within;
  }

  /**
   * @return whether a signature fits
   * @throws SocketTimeoutException when there is no answer in time
   * @throws IOException when there is no answer, or one that is not understood
   */
  boolean infected(InputStream content) throws IOException {
    try (TimedChannel daemon = connect()) {
      daemon.write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
      byte[] piece = new byte[PIECE];
      for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
        if (length > 0) {
          daemon.write(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
          daemon.write(ByteBuffer.wrap(piece, 0, length));
        }
      }
      daemon.write(ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
      String answer = answer(daemon);
      if (answer.endsWith(" FOUND")) {
        return true;
      }
      if (answer.endsWith(" OK")) {
        return false;
      }
      throw new IOException("the scanner did not answer with OK or FOUND");
    }
  }

  /** Whether the daemon is there. */
  boolean answers() {
    try (TimedChannel daemon = connect()) {
      daemon.write(ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)));
      return answer(daemon).equals("PONG");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private TimedChannel connect() throws IOException {
    Matcher tcp = HOST_AND_PORT.matcher(address);
    SocketAddress socket =
        tcp.matches()
            ? new InetSocketAddress(tcp.group(1), Integer.parseInt(tcp.group(2)))
            : UnixDomainSocketAddress.of(address);
    return TimedChannel.connect(socket, within);
  }

  private static String answer(TimedChannel daemon) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(ANSWER);
    while (bytes.hasRemaining() && daemon.read(bytes) >= 0) {
      // until the daemon closes, or enough
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII)
        .replace("\0", "")
        .strip();
  }
}

package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which everything is said by hand, from any address of this machine. */
public final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 120_000;

  private final Socket socket = new Socket();

  public RawConnection(String from, int port) throws IOException {
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  public RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  public RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** One chunk of a chunked body (RFC 9112, 7.1). */
  public RawConnection chunk(byte[] bytes) throws IOException {
    send(Integer.toHexString(bytes.length) + "\r\n");
    send(bytes);
    return send("\r\n");
  }

  /** Like {@link #send}, by somebody who does not notice that nobody listens any more. */
  public void trickle(String text) {
    try {
      send(text);
    } catch (IOException closed) {
      // that is for the other side to say
    }
  }

  /** Everything the other side says until it closes the connection. */
  public String readToEnd() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(said);
    } catch (SocketException reset) {
      // closed while we were still sending; what came before is there
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Everything up to and with these words. */
  public String readUntil(String words) throws IOException {
    StringBuilder said = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] piece = new byte[4_096];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      said.append(new String(piece, 0, n, StandardCharsets.UTF_8));
      if (said.indexOf(words) >= 0) {
        break;
      }
    }
    return said.toString();
  }

  /** Hangs up at once, whatever was still to be said. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

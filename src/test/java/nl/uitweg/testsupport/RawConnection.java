package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A TCP connection to the site that sends raw bytes, from any local address. */
public final class RawConnection implements AutoCloseable {

  private static final int READ_TIMEOUT_MILLIS = 120_000;

  private final Socket socket = new Socket();

  public RawConnection(String localAddress, int port) throws IOException {
    socket.bind(new InetSocketAddress(localAddress, 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
  }

  public RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  public RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends one chunk of a chunked body (RFC 9112, 7.1). */
  public RawConnection chunk(byte[] bytes) throws IOException {
    send(Integer.toHexString(bytes.length) + "\r\n");
    send(bytes);
    return send("\r\n");
  }

  /** As {@link #send}, but does not fail when the server has closed the connection. */
  public void trickle(String text) {
    try {
      send(text);
    } catch (IOException closed) {
      // callers check what the server answered
    }
  }

  /** Reads until the server closes the connection. */
  public String readToEnd() throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(received);
    } catch (SocketException reset) {
      // the server closed while we were still sending; keep what was read before
    }
    return received.toString(StandardCharsets.UTF_8);
  }

  /** Reads until this text was received, or until the server closes the connection. */
  public String readUntil(String text) throws IOException {
    StringBuilder received = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4_096];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      received.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      if (received.indexOf(text) >= 0) {
        break;
      }
    }
    return received.toString();
  }

  /** Closes the connection with a reset (RST), dropping unsent data. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

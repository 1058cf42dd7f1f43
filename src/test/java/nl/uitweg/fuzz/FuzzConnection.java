package nl.uitweg.fuzz;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests over one TCP connection, which it opens again when the server closed it. */
final class FuzzConnection implements AutoCloseable {

  private static final int READ_TIMEOUT_MILLIS = 60_000;

  /** The server waits for the rest of an incomplete request, so it may never answer. */
  private static final int INCOMPLETE_TIMEOUT_MILLIS = 700;

  private final String localAddress;
  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /**
   * @param localAddress loopback address that the connection comes from
   */
  FuzzConnection(String localAddress, int port) {
    this.localAddress = localAddress;
    this.port = port;
  }

  /**
   * Sends a request and reads the response; {@link ReceivedResponse#NONE} when the server closes
   * the connection without one, or waits for the rest of an incomplete request.
   *
   * @throws SocketTimeoutException when there is no response in time
   */
  ReceivedResponse send(FuzzedRequest request, Map<String, String> values) throws IOException {
    byte[] bytes = request.bytes(values);
    boolean head = request.method().equals("HEAD");
    if (!request.last()) {
      return exchange(bytes, head);
    }
    try {
      open().setSoTimeout(INCOMPLETE_TIMEOUT_MILLIS);
      return exchangeOnce(bytes, head);
    } catch (SocketTimeoutException waiting) {
      return ReceivedResponse.NONE;
    } finally {
      close();
    }
  }

  /** Sends bytes and reads the response. */
  ReceivedResponse exchange(byte[] bytes, boolean head) throws IOException {
    boolean used = socket != null;
    ReceivedResponse response = exchangeOnce(bytes, head);
    if (used && response.status() == 0) {
      close(); // the server may have closed an idle connection
      response = exchangeOnce(bytes, head);
    }
    if (!response.keepsConnection()) {
      close();
    }
    return response;
  }

  private ReceivedResponse exchangeOnce(byte[] bytes, boolean head) throws IOException {
    Socket open = open();
    try {
      open.getOutputStream().write(bytes);
      open.getOutputStream().flush();
    } catch (SocketException refused) {
      // the server answered before it had read everything
    }
    try {
      return ReceivedResponse.read(input(), head);
    } catch (SocketException reset) {
      return ReceivedResponse.NONE;
    }
  }

  private InputStream input() {
    if (in == null) {
      throw new IllegalStateException("The connection is closed");
    }
    return in;
  }

  private Socket open() throws IOException {
    if (socket == null) {
      Socket opened = new Socket();
      opened.bind(new InetSocketAddress(localAddress, 0));
      opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      opened.setSoTimeout(READ_TIMEOUT_MILLIS);
      opened.setTcpNoDelay(true);
      socket = opened;
      in = new BufferedInputStream(opened.getInputStream());
    }
    return socket;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
      in = null;
    }
  }
}

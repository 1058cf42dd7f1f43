package nl.uitweg.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends requests that no client library would send, and reads the response. */
public final class RawRequest {

  private static final int READ_TIMEOUT_MILLIS = 60_000;

  private RawRequest() {}

  /** Sends a well-formed HTTP/1.1 request without a body to any target. */
  public static String request(int port, String method, String target) throws IOException {
    return send(
        port,
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
            + (method.equals("GET") ? "" : "Content-Length: 0\r\n")
            + "Connection: close\r\n\r\n");
  }

  /**
   * Sends a request after which the server closes the connection.
   *
   * @return the bytes that the server sent, one character per byte (ISO 8859-1)
   */
  public static String send(int port, String bytes) throws IOException {
    try (Socket socket = open(port, bytes)) {
      return read(socket.getInputStream());
    }
  }

  /** Sends an incomplete request and then closes the output side of the connection. */
  public static String sendAndCloseOutput(int port, String bytes) throws IOException {
    try (Socket socket = open(port, bytes)) {
      endOutput(socket);
      return read(socket.getInputStream());
    }
  }

  private static void endOutput(Socket socket) throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException closed) {
      return; // the server closed it first
    }
  }

  private static Socket open(int port, String bytes) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (SocketException refused) {
      return socket; // the server answered and closed before it had read everything
    }
    return socket;
  }

  /** Reads to the end; a server may drop the connection of a request that it cannot parse. */
  private static String read(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException dropped) {
      return all.toString();
    }
    return all.toString();
  }
}

package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A visitor with a loopback address of their own, who opens a connection for every request and
 * notices when an answer is incomplete.
 *
 * @param localAddress source address, for example 127.0.1.7
 */
public record RawVisitor(String localAddress, int port) {

  private static final int TIMEOUT_MILLIS = 90_000;
  private static final Pattern LENGTH = Pattern.compile("(?m)^content-length: (\\d+)");

  /**
   * What a visitor received.
   *
   * @param status 0 when there was no answer
   * @param complete whether all of the answer arrived
   */
  public record Answer(int status, boolean complete, String body) {

    static final Answer NONE = new Answer(0, false, "");

    static Answer parse(byte[] received) {
      String text = new String(received, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (!text.startsWith("HTTP/1.1 ") || end < 0) {
        return NONE;
      }
      String head = text.substring(0, end).toLowerCase(Locale.ROOT);
      int bodyLength = received.length - end - 4;
      Matcher length = LENGTH.matcher(head);
      boolean complete =
          length.find()
              ? Integer.parseInt(length.group(1)) == bodyLength
              : text.endsWith("0\r\n\r\n");
      return new Answer(
          Integer.parseInt(text.substring(9, 12)),
          complete,
          new String(received, end + 4, bodyLength, StandardCharsets.UTF_8));
    }
  }

  public Answer get(String path) {
    return send(head("GET", path) + "\r\n", new byte[0], Integer.MAX_VALUE);
  }

  public Answer post(String path, String contentType, byte[] body) {
    return post(path, contentType, body, Integer.MAX_VALUE);
  }

  /**
   * Sends a form, and closes the connection after a number of bytes of the answer.
   *
   * @param limit 0 closes it as soon as the request was sent
   */
  public Answer post(String path, String contentType, byte[] body, int limit) {
    String head =
        head("POST", path)
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return send(head, body, limit);
  }

  private static String head(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  }

  private Answer send(String head, byte[] body, int limit) {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(localAddress, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8_192];
      for (int read = 0; read >= 0 && received.size() < limit; read = in.read(buffer)) {
        received.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      return Answer.parse(received.toByteArray());
    }
    return Answer.parse(received.toByteArray());
  }
}

package nl.uitweg.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A response as it arrived on a connection.
 *
 * @param status 0 when the server closed the connection without one
 * @param headers names in lower case; of a repeated header, all values joined by a line end
 */
record ReceivedResponse(int status, Map<String, String> headers, String body) {

  static final ReceivedResponse NONE = new ReceivedResponse(0, Map.of(), "");

  private static final int MAX_HEAD_BYTES = 64 * 1024;

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isHtml() {
    return header("content-type").startsWith("text/html");
  }

  /** Whether another request can follow on the connection. */
  boolean keepsConnection() {
    return status != 0 && !header("connection").equalsIgnoreCase("close");
  }

  /**
   * Reads one response.
   *
   * @param head whether the request had the method HEAD, whose response has no body
   */
  static ReceivedResponse read(InputStream in, boolean head) throws IOException {
    String start = head(in);
    if (start.isEmpty()) {
      return NONE;
    }
    String[] lines = start.split("\r\n", -1);
    int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
    if (status < 200) {
      return read(in, head); // 100 Continue
    }
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.merge(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip(),
            (one, other) -> one + "\n" + other);
      }
    }
    boolean empty = head || status == 204 || status == 304;
    return new ReceivedResponse(status, headers, empty ? "" : body(in, headers));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ended = 0;
    while (ended < 4) {
      int next = in.read();
      if (next < 0 || head.size() > MAX_HEAD_BYTES) {
        return "";
      }
      head.write(next);
      boolean expected = next == (ended % 2 == 0 ? '\r' : '\n');
      ended = expected ? ended + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    byte[] body =
        headers.getOrDefault("transfer-encoding", "").contains("chunked")
            ? chunks(in)
            : length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    boolean compressed = headers.getOrDefault("content-encoding", "").equals("gzip");
    return new String(
        compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
        StandardCharsets.UTF_8);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      body.write(in.readNBytes(size));
      in.readNBytes(2);
    }
    in.readNBytes(2);
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    String size = line.toString().strip();
    return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
  }
}

package nl.uitweg.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as bytes on a connection, one character per byte (ISO 8859-1). Placeholders such as
 * {@code @@token@@} stand for what differs between two runs, so that a request can be kept and sent
 * again.
 *
 * @param role who sends it; {@code anonymous} for a visitor
 * @param headers header lines, which may be malformed
 * @param last whether the connection is of no use afterwards, because the request may be incomplete
 */
record FuzzedRequest(
    String role, String method, String target, List<String> headers, String body, boolean last) {

  static final String ANONYMOUS = "anonymous";
  static final String LENGTH = "@@length@@";
  static final String TOKEN = "@@token@@";
  static final String REPORT = "@@report@@";
  static final String COOKIE = "@@cookie@@";
  static final String STATE = "@@state@@";
  static final String PORT = "@@port@@";

  FuzzedRequest {
    headers = List.copyOf(headers);
  }

  /** The same request whose headers are these. */
  FuzzedRequest withHeaders(List<String> changed) {
    return new FuzzedRequest(role, method, target, changed, body, last);
  }

  FuzzedRequest withHeader(String line) {
    List<String> changed = new ArrayList<>(headers);
    changed.add(line);
    return withHeaders(changed);
  }

  FuzzedRequest withoutHeader(String name) {
    return withHeaders(headers.stream().filter(line -> !line.startsWith(name + ":")).toList());
  }

  FuzzedRequest withMethod(String changed) {
    return new FuzzedRequest(role, changed, target, headers, body, last);
  }

  FuzzedRequest withTarget(String changed) {
    return new FuzzedRequest(role, method, changed, headers, body, last);
  }

  FuzzedRequest withBody(String changed) {
    return new FuzzedRequest(role, method, target, headers, changed, last);
  }

  /** The same request, after which the connection is closed. */
  FuzzedRequest asLast() {
    return new FuzzedRequest(role, method, target, headers, body, true);
  }

  /** The text that is kept: everything, with placeholders. */
  String text() {
    return method
        + " "
        + target
        + " HTTP/1.1\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n"
        + body;
  }

  /** The bytes that are sent. */
  byte[] bytes(Map<String, String> values) {
    return bytes(text(), values);
  }

  /** The bytes of a kept text; the length of the body is that after the values were filled in. */
  static byte[] bytes(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    int length = filled.length() - Math.min(filled.length(), filled.indexOf("\r\n\r\n") + 4);
    return filled.replace(LENGTH, Integer.toString(length)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Text as UTF-8, one character per byte. */
  static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}

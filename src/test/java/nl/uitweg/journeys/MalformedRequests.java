package nl.uitweg.journeys;

import java.util.Map;

/** Malformed and unusual HTTP requests, with a canary word wherever one fits. */
final class MalformedRequests {

  /** The canary word; different in each run, because the log of an earlier run may still exist. */
  static final String CANARY = "kanarie" + Long.toHexString(System.nanoTime());

  private static final String CONNECTION_CLOSE = "Connection: close\r\n\r\n";
  private static final String HOST_HEADER = "Host: localhost\r\n";

  /** A request without the header Host, which HTTP/1.1 requires. */
  static final String WITHOUT_HOST =
      "GET /nl/code?code=" + CANARY + " HTTP/1.1\r\n" + CONNECTION_CLOSE;

  private MalformedRequests() {}

  /** Requests after which the server closes the connection, by description. */
  static Map<String, String> complete() {
    return Map.ofEntries(
        Map.entry("no host", WITHOUT_HOST),
        Map.entry("no host, 1.0", "GET /nl/" + CANARY + "?code=" + CANARY + " HTTP/1.0\r\n\r\n"),
        Map.entry("no host, desk, 1.0", "GET /backoffice?x=" + CANARY + " HTTP/1.0\r\n\r\n"),
        Map.entry("no host, posted, 1.0", postRequest("1.0", "", "text/plain", CANARY)),
        Map.entry("empty host", getRequest("/nl?" + CANARY, "Host: \r\n")),
        Map.entry(
            "odd host", getRequest("/nl?" + CANARY, "Host: " + CANARY + " " + CANARY + ":x\r\n")),
        Map.entry(
            "two hosts", getRequest("/nl?" + CANARY, HOST_HEADER + "Host: " + CANARY + "\r\n")),
        Map.entry(
            "absolute",
            getRequest("http://" + CANARY + "/nl/" + CANARY + "?" + CANARY, HOST_HEADER)),
        Map.entry(
            "absolute, desk",
            getRequest("http://" + CANARY + "/backoffice?" + CANARY, HOST_HEADER)),
        Map.entry(
            "absolute, odd",
            getRequest("http://" + CANARY + "%zz:99999/nl;" + CANARY, HOST_HEADER)),
        Map.entry("no slash", getRequest(CANARY, HOST_HEADER)),
        Map.entry("broken path", getRequest("/nl/%zz" + CANARY, HOST_HEADER)),
        Map.entry("broken query", getRequest("/backoffice?view=%zz" + CANARY, HOST_HEADER)),
        Map.entry(
            "star",
            "OPTIONS * HTTP/1.1\r\n" + HOST_HEADER + "X: " + CANARY + "\r\n" + CONNECTION_CLOSE),
        Map.entry(
            "method", CANARY + " /nl/" + CANARY + " HTTP/1.1\r\n" + HOST_HEADER + CONNECTION_CLOSE),
        Map.entry(
            "trace", "TRACE /nl/" + CANARY + " HTTP/1.1\r\n" + HOST_HEADER + CONNECTION_CLOSE),
        Map.entry("long line", getRequest("/nl/" + CANARY.repeat(2_000), HOST_HEADER)),
        Map.entry(
            "large header", getRequest("/nl", HOST_HEADER + "X: " + CANARY.repeat(3_000) + "\r\n")),
        Map.entry(
            "odd types",
            getRequest("/nl", HOST_HEADER + "Accept: " + CANARY + ";q=" + CANARY + "\r\n")),
        Map.entry(
            "odd language",
            getRequest("/", HOST_HEADER + "Accept-Language: " + CANARY + ";q=x\r\n")),
        Map.entry("odd tag", getRequest("/nl", HOST_HEADER + "If-None-Match: " + CANARY + "\r\n")),
        Map.entry(
            "cookie",
            getRequest("/backoffice", HOST_HEADER + "Cookie: q_session=" + CANARY + "\r\n")),
        Map.entry(
            "login",
            getRequest(
                "/backoffice?state=" + CANARY + "&code=" + CANARY,
                HOST_HEADER
                    + "Cookie: q_auth_"
                    + CANARY
                    + "="
                    + CANARY
                    + "; q_auth="
                    + CANARY
                    + "\r\n")),
        Map.entry(
            "bearer",
            getRequest("/backoffice", HOST_HEADER + "Authorization: Bearer " + CANARY + "\r\n")),
        Map.entry("logged out", formRequest("/backoffice/ended", "logout_token=" + CANARY)),
        Map.entry("desk form", formRequest("/backoffice/search", "token=%zz" + CANARY)),
        Map.entry("octets", formRequest("/nl/code", "code=%zz" + CANARY)),
        Map.entry("fields", formRequest("/nl/report/note", (CANARY + "=1&").repeat(10_000))),
        Map.entry("type", postRequest("1.1", HOST_HEADER, CANARY + "/" + CANARY, CANARY)),
        Map.entry("bad type", postRequest("1.1", HOST_HEADER, CANARY + ";;=" + CANARY, CANARY)),
        Map.entry("no boundary", postRequest("1.1", HOST_HEADER, "multipart/form-data", CANARY)),
        Map.entry(
            "charset",
            postRequest(
                "1.1",
                HOST_HEADER,
                "application/x-www-form-urlencoded; charset=" + CANARY,
                "code=1")));
  }

  /** Requests for whose end the server may wait, by description. */
  static Map<String, String> incomplete() {
    String requestHead = "POST /nl/code HTTP/1.1\r\n" + HOST_HEADER;
    return Map.ofEntries(
        Map.entry("no request", CANARY + "\r\n\r\n"),
        Map.entry("no version", "GET /" + CANARY + "\r\n\r\n"),
        Map.entry(
            "odd version", "GET /" + CANARY + " HTTP/9.9\r\n" + HOST_HEADER + CONNECTION_CLOSE),
        Map.entry(
            "odd version name",
            "GET /" + CANARY + " " + CANARY + "\r\n" + HOST_HEADER + CONNECTION_CLOSE),
        Map.entry(
            "spaces", "GET  /" + CANARY + "  x  HTTP/1.1\r\n" + HOST_HEADER + CONNECTION_CLOSE),
        Map.entry(
            "no colon", "GET /" + CANARY + " HTTP/1.1\r\n" + HOST_HEADER + CANARY + "\r\n\r\n"),
        Map.entry(
            "no name",
            "GET /" + CANARY + " HTTP/1.1\r\n" + HOST_HEADER + ": " + CANARY + "\r\n\r\n"),
        Map.entry(
            "octets in header",
            "GET /"
                + CANARY
                + " HTTP/1.1\r\n"
                + HOST_HEADER
                + "X\u0000: "
                + CANARY
                + "\u0001\r\n\r\n"),
        Map.entry("half a header", "GET /" + CANARY + " HTTP/1.1\r\nX: " + CANARY),
        Map.entry("bad length", requestHead + "Content-Length: " + CANARY + "\r\n\r\n" + CANARY),
        Map.entry(
            "negative length", requestHead + "Content-Length: -1\r\nX: " + CANARY + "\r\n\r\n"),
        Map.entry(
            "two lengths", requestHead + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n" + CANARY),
        Map.entry("cut body", requestHead + "Content-Length: 99\r\n\r\ncode=" + CANARY),
        Map.entry(
            "cut form",
            requestHead
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 99\r\n\r\n"
                + "code="
                + CANARY),
        Map.entry(
            "bad chunk",
            requestHead + chunkedHeaders() + "zz;" + CANARY + "\r\n" + CANARY + "\r\n"),
        Map.entry(
            "long chunk", requestHead + chunkedHeaders() + "5;" + CANARY.repeat(9_000) + "\r\n"),
        Map.entry("odd coding", requestHead + "Transfer-Encoding: " + CANARY + "\r\n\r\n" + CANARY),
        Map.entry(
            "expectation", requestHead + "Expect: " + CANARY + "\r\nContent-Length: 3\r\n\r\nabc"),
        Map.entry(
            "socket",
            "GET /nl/"
                + CANARY
                + " HTTP/1.1\r\n"
                + HOST_HEADER
                + "Connection: Upgrade\r\nUpgrade: websocket"
                + "\r\nSec-WebSocket-Key: "
                + CANARY
                + "\r\n\r\n"),
        Map.entry(
            "h2c",
            "GET /nl/"
                + CANARY
                + " HTTP/1.1\r\n"
                + HOST_HEADER
                + "Connection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: "
                + CANARY
                + "\r\n\r\n"),
        Map.entry("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + CANARY.repeat(20)),
        Map.entry(
            "HTTP/2 frame",
            "PRI * HTTP/2.0\r\n\r\n"
                + "SM\r\n\r\n"
                + "\0\0\0\u0004\0\0\0\0\0\0\0\u000c\u0001\u0005\0\0\0\u0001"
                + CANARY),
        Map.entry("TLS", "\u0016\u0003\u0001\u0002\0\u0001" + CANARY));
  }

  private static String getRequest(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\n" + headers + CONNECTION_CLOSE;
  }

  private static String formRequest(String path, String body) {
    return postRequest(path, "1.1", HOST_HEADER, "application/x-www-form-urlencoded", body);
  }

  private static String postRequest(String version, String host, String type, String body) {
    return postRequest("/nl/code?x=" + CANARY, version, host, type, body);
  }

  private static String postRequest(
      String path, String version, String host, String type, String body) {
    return "POST "
        + path
        + " HTTP/"
        + version
        + "\r\n"
        + host
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n"
        + CONNECTION_CLOSE
        + body;
  }

  private static String chunkedHeaders() {
    return "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
  }
}

package nl.uitweg.fuzz;

import static nl.uitweg.fuzz.FuzzedRequest.utf8;

import java.util.List;
import java.util.Random;

/** Values that programs stumble over. One character per byte, as in {@link FuzzedRequest}. */
final class FuzzValues {

  /** Texts for a field, not yet percent-encoded. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          ResponseRules.MARKER + ">\"'>&{#if x}{x}${x}",
          "\"><script>" + ResponseRules.MARKER,
          utf8("👩‍👧 ئەمە 人 \u202eevil\u202c e\u0301"),
          utf8("\ufffe\uffff\ufeff"),
          "\u00ed\u00a0\u0080", // an unpaired surrogate in UTF-8
          "\u00c0\u00af", // overlong
          "\u00ff\u00fe",
          "-1",
          "0",
          "99999999999999999999",
          "2147483648",
          "1e308",
          "NaN",
          "null",
          "true",
          "[]",
          "{\"a\":[1,{}]}",
          "9999-12-31",
          "+999999999-12-31",
          "-0001-01-01",
          "31-02-2026",
          "2026-02-30T25:61:61Z",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "7f2c1b9e-0a53-4f0e-9d41-0c8f5a3f7a10",
          "../../../../etc/passwd",
          "..\\..\\x",
          "/backoffice?x=%zz",
          "?a=%zz&b=%",
          "//example.org",
          "https://example.org/",
          "javascript:alert(1)",
          "a\r\nSet-Cookie: x=y",
          "' OR 1=1; --",
          "%",
          "%zz",
          "%00",
          "_",
          "a.b.c",
          "12345678901234567890",
          "AAAA",
          "NORMAL.9999-12-31.7f2c1b9e-0a53-4f0e-9d41-0c8f5a3f7a10",
          "1.1.new");

  private static final List<String> NAMES =
      List.of(
          "from",
          "view",
          "before",
          "after",
          "page",
          "sort",
          "q",
          "token",
          "state",
          "code",
          "go",
          "until",
          "actor",
          "action",
          "object",
          "result",
          "municipality",
          "period",
          "by",
          "number",
          "scope",
          "report",
          "form",
          "label",
          "officer",
          "day",
          "kind",
          "in",
          "note",
          "text",
          "a[]",
          "__proto__",
          "");

  private static final List<String> PATH_PARTS =
      List.of(
          "%zz",
          "%",
          "%0",
          "%00",
          "%c0%af",
          "%2f",
          "%2e%2e",
          "%25%7a%7a",
          "..",
          ".",
          "//",
          ";a=b",
          "\\",
          "\u00ff",
          "%ED%A0%80",
          "{x}",
          "|",
          "^",
          "\"",
          "<x5n8q>",
          "~",
          "*",
          "..%00/",
          "+");

  private final Random random;

  FuzzValues(Random random) {
    this.random = random;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A text for a field. */
  String text() {
    return switch (random.nextInt(12)) {
      case 0 -> any(TEXTS).repeat(1 + random.nextInt(40));
      case 1 -> "a".repeat(random.nextInt(random.nextInt(8) == 0 ? 300_000 : 12_000));
      case 2 -> bytes(1 + random.nextInt(60));
      default -> any(TEXTS);
    };
  }

  String name() {
    return random.nextInt(5) == 0 ? bytes(1 + random.nextInt(8)) : any(NAMES);
  }

  String pathPart() {
    return switch (random.nextInt(8)) {
      case 0 -> "a".repeat(1 + random.nextInt(6_000));
      case 1 -> "/" + encode(any(TEXTS));
      case 2 -> any(List.of("nl", "EN", "zh", "xx", "backoffice", "q", "report", "code", "exit"));
      default -> any(PATH_PARTS);
    };
  }

  /** Random bytes. */
  String bytes(int count) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      bytes.append((char) random.nextInt(256));
    }
    return bytes.toString();
  }

  /** Percent-encodes everything but letters and digits; sometimes wrongly. */
  String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) && c < 128) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format("%02X", c & 0xFF));
      }
    }
    return encoded.toString();
  }

  /** A header line that no browser sends. */
  String header() {
    return any(
        List.of(
            "Accept-Language: "
                + any(List.of("xx", "en;q=nan", ",,,", "*", "zh-Hant", "a".repeat(900))),
            "Cookie: "
                + any(
                    List.of(
                        "q_session=x",
                        "a",
                        "=;=;",
                        "q_session_chunk_1=\u00ff",
                        "q_auth=" + bytes(9).replaceAll("[\\x00-\\x1f]", ""))),
            "Accept: " + any(List.of("application/json", "*/*;q=2", "x", "text/html;level=1;;")),
            "Accept-Encoding: " + any(List.of("br;q=x", "gzip;q=2", "*;q=0", "identity;q=0")),
            "If-None-Match: " + any(List.of("*", "\"x\"", "W/", "\"")),
            "If-Modified-Since: x",
            "Range: bytes=" + any(List.of("0-", "-1", "9-1", "0-0,1-1,x")),
            "Origin: " + any(List.of("null", "https://example.org", "x y", "http://[")),
            "Sec-Fetch-Site: " + any(List.of("cross-site", "none", "x")),
            "Forwarded: for=" + any(List.of("1.2.3.4", "\"[::1]\"", ";;", "_x")),
            "X-Forwarded-For: " + any(List.of("1.2.3.4", "1.2.3.4, 5.6.7.8", "x", "")),
            "X-Forwarded-Host: a b",
            "Expect: " + any(List.of("100-continue", "x")),
            "Upgrade: " + any(List.of("websocket", "h2c")) + "\r\nConnection: upgrade",
            "Authorization: " + any(List.of("Bearer x", "Basic %%%", "Bearer a.b.c")),
            "Content-Encoding: " + any(List.of("gzip", "br", "x")),
            "Referer: \u00ff",
            "X: " + "a".repeat(random.nextInt(9_000)),
            "X-HTTP-Method-Override: DELETE"));
  }

  /** A content type that no browser sends. */
  String contentType() {
    return "Content-Type: "
        + any(
            List.of(
                "application/x-www-form-urlencoded; charset=nonsense",
                "application/x-www-form-urlencoded; charset=%zz",
                "application/x-www-form-urlencoded; charset=\"",
                "application/x-www-form-urlencoded; charset=utf-7",
                "application/x-www-form-urlencoded; charset=UTF-16",
                "application/x-www-form-urlencoded;;;=",
                "application/x-www-form-urlencoded, text/plain",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=" + "x".repeat(200),
                "multipart/form-data; charset=nonsense; boundary=x5n8q",
                "multipart/mixed; boundary=x5n8q",
                "application/json",
                "application/json; charset=utf-32",
                "text/xml",
                "text/plain; charset=\u00ff",
                "a/b/c",
                "/",
                "*/*",
                ""));
  }
}

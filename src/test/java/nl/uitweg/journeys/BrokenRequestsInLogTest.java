package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.testsupport.RawRequest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestOutput;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests that no browser sends, each with known words wherever there is room for them: what the
 * server and its libraries make of them leaves no word in the log, and none is a fault of ours.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class BrokenRequestsInLogTest {

  private static final Path LOG = TestOutput.file("quarkus-test.log");

  /** Another one in each run, since the log of an earlier run may be there. */
  private static final String WORD = "kanarie" + Long.toHexString(System.nanoTime());

  private static final String END = "Connection: close\r\n\r\n";
  private static final String HOST = "Host: localhost\r\n";

  @TestHTTPResource("/")
  URI root;

  @Test
  void noWordOfABrokenRequestIsInTheLog() throws IOException {
    Servers.awaitLogin(); // the desk answers 503 before
    Map<String, String> faults = new TreeMap<>();
    for (Map.Entry<String, String> request : whole().entrySet()) {
      note(faults, request, RawRequest.send(root.getPort(), request.getValue()));
    }
    for (Map.Entry<String, String> request : unfinished().entrySet()) {
      note(faults, request, RawRequest.sendAndCloseOutput(root.getPort(), request.getValue()));
    }
    assertThat(faults).isEmpty();
    assertThat(RawRequest.request(root.getPort(), "GET", "/nl")).startsWith("HTTP/1.1 200 ");
    assertThat(linesWithTheWord()).isEmpty();
  }

  private static void note(
      Map<String, String> faults, Map.Entry<String, String> request, String answer) {
    if (answer.matches("(?s)HTTP/1\\.[01] 5.*")) {
      faults.put(request.getKey(), answer.substring(0, 12));
    }
  }

  @Test
  void aRequestWithoutHostGetsAPage() throws IOException {
    String answer =
        RawRequest.send(root.getPort(), "GET /nl/code?code=" + WORD + " HTTP/1.1\r\n" + END);
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("<html lang=\"nl\"")
        .contains("default-src 'none'")
        .doesNotContain(WORD);
  }

  @Test
  void noWordOfALibraryIsInTheLog() throws IOException {
    Throwable failure =
        new IllegalStateException(WORD, new SQLException("Detail: (" + WORD + ")", "23505"));
    for (String category :
        List.of(
            "io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
            "io.quarkus.oidc",
            "io.vertx.core.impl.ContextImpl",
            "io.netty.channel.DefaultChannelPipeline",
            "org.hibernate.engine.jdbc.spi.SqlExceptionHelper",
            "org.postgresql.Driver",
            "com.arjuna.ats.arjuna",
            "nl.uitweg")) {
      Logger.getLogger(category + ".Test").errorf(failure, "%s", category);
      java.util.logging.Logger.getLogger(category).warning(category);
    }
    Logger.getLogger("org.hibernate").error(WORD);
    assertThat(linesWithTheWord()).isEmpty();
    assertThat(read()).contains("java.sql.SQLException 23505").contains("Message withheld");
  }

  private static Map<String, String> whole() {
    return Map.ofEntries(
        Map.entry("no host", "GET /nl/code?code=" + WORD + " HTTP/1.1\r\n" + END),
        Map.entry("no host, 1.0", "GET /nl/" + WORD + "?code=" + WORD + " HTTP/1.0\r\n\r\n"),
        Map.entry("no host, desk, 1.0", "GET /backoffice?x=" + WORD + " HTTP/1.0\r\n\r\n"),
        Map.entry("no host, posted, 1.0", posted("1.0", "", "text/plain", WORD)),
        Map.entry("empty host", get("/nl?" + WORD, "Host: \r\n")),
        Map.entry("odd host", get("/nl?" + WORD, "Host: " + WORD + " " + WORD + ":x\r\n")),
        Map.entry("two hosts", get("/nl?" + WORD, HOST + "Host: " + WORD + "\r\n")),
        Map.entry("absolute", get("http://" + WORD + "/nl/" + WORD + "?" + WORD, HOST)),
        Map.entry("absolute, desk", get("http://" + WORD + "/backoffice?" + WORD, HOST)),
        Map.entry("absolute, odd", get("http://" + WORD + "%zz:99999/nl;" + WORD, HOST)),
        Map.entry("no slash", get(WORD, HOST)),
        Map.entry("broken path", get("/nl/%zz" + WORD, HOST)),
        Map.entry("broken query", get("/backoffice?view=%zz" + WORD, HOST)),
        Map.entry("star", "OPTIONS * HTTP/1.1\r\n" + HOST + "X: " + WORD + "\r\n" + END),
        Map.entry("method", WORD + " /nl/" + WORD + " HTTP/1.1\r\n" + HOST + END),
        Map.entry("trace", "TRACE /nl/" + WORD + " HTTP/1.1\r\n" + HOST + END),
        Map.entry("long line", get("/nl/" + WORD.repeat(2_000), HOST)),
        Map.entry("large header", get("/nl", HOST + "X: " + WORD.repeat(3_000) + "\r\n")),
        Map.entry("odd types", get("/nl", HOST + "Accept: " + WORD + ";q=" + WORD + "\r\n")),
        Map.entry("odd language", get("/", HOST + "Accept-Language: " + WORD + ";q=x\r\n")),
        Map.entry("odd tag", get("/nl", HOST + "If-None-Match: " + WORD + "\r\n")),
        Map.entry("cookie", get("/backoffice", HOST + "Cookie: q_session=" + WORD + "\r\n")),
        Map.entry(
            "login",
            get(
                "/backoffice?state=" + WORD + "&code=" + WORD,
                HOST + "Cookie: q_auth_" + WORD + "=" + WORD + "; q_auth=" + WORD + "\r\n")),
        Map.entry("bearer", get("/backoffice", HOST + "Authorization: Bearer " + WORD + "\r\n")),
        Map.entry("logged out", form("/backoffice/ended", "logout_token=" + WORD)),
        Map.entry("desk form", form("/backoffice/search", "token=%zz" + WORD)),
        Map.entry("octets", form("/nl/code", "code=%zz" + WORD)),
        Map.entry("fields", form("/nl/report/note", (WORD + "=1&").repeat(10_000))),
        Map.entry("type", posted("1.1", HOST, WORD + "/" + WORD, WORD)),
        Map.entry("bad type", posted("1.1", HOST, WORD + ";;=" + WORD, WORD)),
        Map.entry("no boundary", posted("1.1", HOST, "multipart/form-data", WORD)),
        Map.entry(
            "charset",
            posted("1.1", HOST, "application/x-www-form-urlencoded; charset=" + WORD, "code=1")));
  }

  private static Map<String, String> unfinished() {
    String head = "POST /nl/code HTTP/1.1\r\n" + HOST;
    return Map.ofEntries(
        Map.entry("no request", WORD + "\r\n\r\n"),
        Map.entry("no version", "GET /" + WORD + "\r\n\r\n"),
        Map.entry("odd version", "GET /" + WORD + " HTTP/9.9\r\n" + HOST + END),
        Map.entry("odd version name", "GET /" + WORD + " " + WORD + "\r\n" + HOST + END),
        Map.entry("spaces", "GET  /" + WORD + "  x  HTTP/1.1\r\n" + HOST + END),
        Map.entry("no colon", "GET /" + WORD + " HTTP/1.1\r\n" + HOST + WORD + "\r\n\r\n"),
        Map.entry("no name", "GET /" + WORD + " HTTP/1.1\r\n" + HOST + ": " + WORD + "\r\n\r\n"),
        Map.entry(
            "octets in header",
            "GET /" + WORD + " HTTP/1.1\r\n" + HOST + "X\u0000: " + WORD + "\u0001\r\n\r\n"),
        Map.entry("half a header", "GET /" + WORD + " HTTP/1.1\r\nX: " + WORD),
        Map.entry("bad length", head + "Content-Length: " + WORD + "\r\n\r\n" + WORD),
        Map.entry("negative length", head + "Content-Length: -1\r\nX: " + WORD + "\r\n\r\n"),
        Map.entry("two lengths", head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n" + WORD),
        Map.entry("cut body", head + "Content-Length: 99\r\n\r\ncode=" + WORD),
        Map.entry(
            "cut form",
            head
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 99\r\n\r\n"
                + "code="
                + WORD),
        Map.entry("bad chunk", head + chunked() + "zz;" + WORD + "\r\n" + WORD + "\r\n"),
        Map.entry("long chunk", head + chunked() + "5;" + WORD.repeat(9_000) + "\r\n"),
        Map.entry("odd coding", head + "Transfer-Encoding: " + WORD + "\r\n\r\n" + WORD),
        Map.entry("expectation", head + "Expect: " + WORD + "\r\nContent-Length: 3\r\n\r\nabc"),
        Map.entry(
            "socket",
            "GET /nl/"
                + WORD
                + " HTTP/1.1\r\n"
                + HOST
                + "Connection: Upgrade\r\nUpgrade: websocket"
                + "\r\nSec-WebSocket-Key: "
                + WORD
                + "\r\n\r\n"),
        Map.entry(
            "h2c",
            "GET /nl/"
                + WORD
                + " HTTP/1.1\r\n"
                + HOST
                + "Connection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: "
                + WORD
                + "\r\n\r\n"),
        Map.entry("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + WORD.repeat(20)),
        Map.entry(
            "HTTP/2 frame",
            "PRI * HTTP/2.0\r\n\r\n"
                + "SM\r\n\r\n"
                + "\0\0\0\u0004\0\0\0\0\0\0\0\u000c\u0001\u0005\0\0\0\u0001"
                + WORD),
        Map.entry("TLS", "\u0016\u0003\u0001\u0002\0\u0001" + WORD));
  }

  private static String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\n" + headers + END;
  }

  private static String form(String path, String body) {
    return posted(path, "1.1", HOST, "application/x-www-form-urlencoded", body);
  }

  private static String posted(String version, String host, String type, String body) {
    return posted("/nl/code?x=" + WORD, version, host, type, body);
  }

  private static String posted(String path, String version, String host, String type, String body) {
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
        + END
        + body;
  }

  private static String chunked() {
    return "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
  }

  private static String linesWithTheWord() throws IOException {
    return read()
        .lines()
        .filter(line -> line.contains(WORD))
        .limit(5)
        .collect(Collectors.joining("\n"));
  }

  private static String read() throws IOException {
    try (Stream<String> lines = Files.lines(LOG, StandardCharsets.ISO_8859_1)) {
      return lines.collect(Collectors.joining("\n"));
    }
  }
}

package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.RawConnection;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are rejected: those that are too large, with or without a declared length, and forms
 * with files that do not start with an issued token.
 */
@ServerTest
class RefusedBodiesTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FILES = "multipart/form-data; boundary=x";
  private static final int MEGABYTE = 1024 * 1024;

  @TestHTTPResource("/")
  URI site;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/report",
        "/en/report/note",
        "/en/code",
        "/en/residence",
        "/en/organisations/find",
        "/en/search",
        "/backoffice/search",
        "/backoffice/elsewhere",
        "/en",
        "/elsewhere",
        "/q/health"
      })
  void rejectsAChunkedBodyThatIsTooLarge(String path) throws IOException {
    try (RawConnection connection = chunked(path, FORM)) {
      byte[] piece = new byte[MEGABYTE / 16];
      Arrays.fill(piece, (byte) 'a');
      for (int i = 0; i < 4; i++) {
        connection.chunk(piece);
      }
      connection.chunk(new byte[] {'b'});
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 413 ").contains("</html>");
    }
  }

  @Test
  void acceptsAChunkedBodyOfOrdinarySize() throws IOException {
    FormClient form = new FormClient("en");
    form.open();
    try (RawConnection connection = chunked("/en/report", FORM)) {
      connection.chunk("state=".getBytes(StandardCharsets.UTF_8));
      connection.chunk((form.sealedState() + "&go=ne").getBytes(StandardCharsets.UTF_8));
      connection.chunk("xt&safety=no".getBytes(StandardCharsets.UTF_8)).send("0\r\n\r\n");
      assertThat(connection.readUntil("</html>")).startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"state\"\r\n\r\nforged\r\n--x",
        "name=\"token\"\r\n\r\nTOKEN\r\n--x",
        "name=\"website\"\r\n\r\n\r\n--x",
        "name=\"files\"; filename=\"a.txt\"\r\n\r\nwords\r\n--x",
        "name=\"state\"; filename=\"a.txt\"\r\n\r\nTOKEN\r\n--x"
      })
  void stopsReadingWhenTheFirstPartIsNotAnIssuedToken(String part) throws IOException {
    FormClient form = new FormClient("en");
    form.open();
    for (String path : new String[] {"/en/report", "/en/code", "/backoffice/search", "/en"}) {
      try (RawConnection connection = chunked(path, FILES)) {
        String body =
            "--x\r\nContent-Disposition: form-data; " + part.replace("TOKEN", form.sealedState());
        connection.chunk(body.getBytes(StandardCharsets.UTF_8));
        assertThat(connection.readToEnd())
            .startsWith("HTTP/1.1 400 ")
            .containsIgnoringCase("Connection: close")
            .contains("</html>");
      }
    }
  }

  @Test
  void rejectsAMultipartBodyWithoutBoundaryImmediately() throws IOException {
    try (RawConnection connection = chunked("/en/report", "multipart/form-data")) {
      connection.chunk(new byte[] {'-'});
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void rejectsAFirstPartThatNeverEnds() throws IOException {
    try (RawConnection connection = chunked("/en/report", FILES)) {
      connection.chunk(
          "--x\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      connection.chunk(new byte[MEGABYTE / 4]);
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void showsTheErrorPageAfterTooLargeABodyWasSent() throws IOException {
    try (RawConnection connection = new RawConnection("127.0.0.1", site.getPort())) {
      connection.send(
          "POST /nl/report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\nContent-Type: "
              + FORM
              + "\r\n\r\n");
      connection.send(new byte[3_000_000]);
      assertThat(connection.readUntil("</html>"))
          .startsWith("HTTP/1.1 413 ")
          .contains("lang=\"nl\"");
    }
  }

  @Test
  void rejectsABackchannelLogoutWithoutContentLength() throws IOException {
    try (RawConnection connection = chunked("/backoffice/ended", FORM)) {
      assertThat(connection.readToEnd()).startsWith("HTTP/1.1 411 ");
    }
  }

  private RawConnection chunked(String path, String type) throws IOException {
    return new RawConnection("127.0.0.1", site.getPort())
        .send(
            "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                + type
                + "\r\n\r\n");
  }
}

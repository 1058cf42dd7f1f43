package nl.uitweg.platform.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import nl.uitweg.testsupport.RawRequest;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Which forwarding headers are accepted, and which requests may read management paths. */
@ServerTest
class ForwardedHeaderFilterTest {

  private static final String SITE = "localhost";
  private static final String ONION = "uitwegvoorbeeld.onion";

  @TestHTTPResource("/")
  URI root;

  @Test
  void rejectsSeveralAddresses() throws IOException {
    for (String headers :
        List.of(
            "X-Forwarded-For: 198.51.100.1, 192.0.2.1\r\n",
            "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 192.0.2.1\r\n",
            "x-forwarded-for: 198.51.100.1,\r\n",
            "Forwarded: for=198.51.100.1, for=192.0.2.1\r\n",
            "Forwarded: for=198.51.100.1\r\nforwarded: for=192.0.2.1\r\n")) {
      assertThat(get("/en/code", SITE, headers))
          .as(headers)
          .startsWith("HTTP/1.1 400 ")
          .contains("default-src 'none'")
          .contains("<html lang=\"en\"");
      assertThat(post("/en/code", SITE, headers)).as(headers).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void acceptsOneAddress() throws IOException {
    for (String header :
        List.of(
            "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n",
            "X-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.1\r\n")) {
      assertThat(get("/en/code", SITE, header)).as(header).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void rejectsForwardingHeadersOnTheOnionService() throws IOException {
    for (String host : List.of(ONION, "UITWEG.Onion:80", ONION + ".")) {
      for (String header :
          List.of(
              "X-Forwarded-For: 192.0.2.1\r\n",
              "X-Forwarded-Host: localhost\r\n",
              "Forwarded: for=192.0.2.1\r\n")) {
        assertThat(get("/en/code", host, header)).as(host + header).startsWith("HTTP/1.1 400 ");
      }
      assertThat(get("/en/code", host, "")).as(host).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void servesManagementPathsToDirectRequestsOnly() throws IOException {
    for (String path : List.of("/q/metrics", "/q/health", "/q/health/ready", "/q/health?x=y")) {
      assertThat(get(path, SITE, "")).as(path).startsWith("HTTP/1.1 200 ");
      for (String header :
          List.of(
              "X-Forwarded-For: 192.0.2.1\r\n",
              "X-Forwarded-For: 192.0.2.1, 192.0.2.2\r\n",
              "X-Forwarded-Proto: https\r\n",
              "X-FORWARDED-HOST: localhost\r\n",
              "Forwarded: for=192.0.2.1\r\n")) {
        assertThat(get(path, SITE, header)).as(path + header).startsWith("HTTP/1.1 404 ");
      }
      for (String host : List.of(ONION, ONION + ".", ONION + ":80")) {
        assertThat(get(path, host, ""))
            .as(path + host)
            .startsWith("HTTP/1.1 404 ")
            .contains("<html lang=\"en\"");
      }
    }
  }

  private String get(String path, String host, String headers) throws IOException {
    return RawRequest.send(
        root.getPort(),
        "GET " + path + " HTTP/1.1\r\n" + head(host, headers) + "Connection: close\r\n\r\n");
  }

  private String post(String path, String host, String headers) throws IOException {
    return RawRequest.send(
        root.getPort(),
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + head(host, headers)
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n"
            + "Connection: close\r\n\r\ncode=1");
  }

  private static String head(String host, String headers) {
    return "Host: " + host + "\r\nAccept-Language: en\r\n" + headers;
  }
}

package nl.uitweg.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The cookies of a logged-in officer, which the desk replaces while the officer works. */
public final class SessionCookies {

  private SessionCookies() {}

  /**
   * An HTTP client that continues a session.
   *
   * @param base URL of the desk without a path
   * @param header value of the header Cookie after a login
   */
  public static HttpClient client(String base, String header) {
    CookieManager cookies = new CookieManager();
    List<String> received =
        Arrays.stream(header.split("; ", -1)).map(pair -> pair + "; Path=/backoffice").toList();
    // Stored as if the desk had sent them, so that what it sends later replaces them.
    try {
      cookies.put(URI.create(base + "/backoffice"), Map.of("Set-Cookie", received));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .cookieHandler(cookies)
        .build();
  }
}

package nl.uitweg.bench;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;

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
    for (String pair : header.split("; ", -1)) {
      int equals = pair.indexOf('=');
      HttpCookie cookie = new HttpCookie(pair.substring(0, equals), pair.substring(equals + 1));
      cookie.setPath("/backoffice");
      cookie.setVersion(0); // as browsers send it
      cookies.getCookieStore().add(URI.create(base), cookie);
    }
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .cookieHandler(cookies)
        .build();
  }
}

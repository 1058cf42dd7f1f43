package nl.uitweg.bench;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;

/** HTTP session of an officer: logs in with a browser, then requests pages with an HTTP client. */
public final class DeskSession {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("<a\\b([^>]*)href=\"([^\"]+)\"([^>]*)>(.*?)</a>", Pattern.DOTALL);

  private final String base;
  private final HttpClient http;

  /**
   * A session that exists.
   *
   * @param base URL of the desk without a path
   * @param cookies value of the header Cookie after a login
   */
  public DeskSession(String base, String cookies) {
    this.base = base;
    this.http = SessionCookies.client(base, cookies);
  }

  static DeskSession logIn(Installation site, String user) {
    try (BrowserContext context = Browser.officer(site, user, 1280, false)) {
      return new DeskSession(
          site.url(),
          context.cookies(site.url() + "/backoffice").stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; ")));
    }
  }

  /**
   * The HTML of a page.
   *
   * @throws IOException when the status is not 200
   */
  public String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  public String post(String path, String... fields) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofMinutes(2))
        .header("Accept-Language", "nl");
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          request.uri().getPath() + " answered with status " + response.statusCode());
    }
    return response.body();
  }

  /** The form token in the HTML of a page; empty when there is none. */
  public static String tokenIn(String page) {
    Matcher token = TOKEN.matcher(page);
    return token.find() ? token.group(1) : "";
  }

  /** A link of a page. */
  record Link(String href, String text, String attributes) {}

  static List<Link> links(String page) {
    return LINK.matcher(page)
        .results()
        .map(
            link ->
                new Link(
                    link.group(2).replace("&amp;", "&"),
                    link.group(4).replaceAll("<[^>]+>|\\s+", " ").strip(),
                    link.group(1) + link.group(3)))
        .toList();
  }

  /** Address of the next page of a list; empty on the last page. */
  static Optional<String> next(String page) {
    return links(page).stream()
        .filter(
            link -> link.attributes().contains("rel=\"next\"") || link.text().contains("Volgende"))
        .map(Link::href)
        .findFirst();
  }
}

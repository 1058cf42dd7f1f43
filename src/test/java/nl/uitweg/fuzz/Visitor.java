package nl.uitweg.fuzz;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;

/** Somebody who requests pages: a visitor, or a user of the desk who stays logged in. */
final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Installation site;
  private final String role;
  private final String user;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> values = new ConcurrentHashMap<>();

  private Visitor(Installation site, String role, String user) {
    this.site = site;
    this.role = role;
    this.user = user;
    values.put(FuzzedRequest.PORT, Integer.toString(site.port()));
    values.put(FuzzedRequest.COOKIE, "");
    values.put(FuzzedRequest.TOKEN, "none");
    values.put(FuzzedRequest.REPORT, "none");
    values.put(FuzzedRequest.STATE, "none");
  }

  static Visitor anonymous(Installation site) {
    return new Visitor(site, FuzzedRequest.ANONYMOUS, "");
  }

  static Visitor loggedIn(Installation site, String role, String user) throws IOException {
    Visitor visitor = new Visitor(site, role, user);
    visitor.logIn();
    return visitor;
  }

  String role() {
    return role;
  }

  boolean isAnonymous() {
    return user.isEmpty();
  }

  /** Values of the placeholders of this visitor's requests. */
  Map<String, String> values() {
    return values;
  }

  void set(String placeholder, String value) {
    values.put(placeholder, value);
  }

  /** The page at an address; empty when the status is not 200. */
  Optional<String> page(String path) throws IOException {
    ReceivedResponse response = get(path);
    return response.status() == 200 && response.isHtml()
        ? Optional.of(response.body())
        : Optional.empty();
  }

  /** Keeps the login alive; logs in again when it has ended. To be called by the main thread. */
  void renew() throws IOException {
    if (!isAnonymous() && get("/backoffice/stay").status() != 204) {
      logIn();
    }
  }

  private void logIn() throws IOException {
    try (BrowserContext context = Browser.officer(site, user, 1280, false)) {
      cookies.clear();
      context
          .cookies(site.url() + "/backoffice")
          .forEach(cookie -> cookies.put(cookie.name, cookie.value));
    }
    rememberCookies();
    for (String path :
        new String[] {"/backoffice/audit", "/backoffice", "/backoffice/statistics"}) {
      page(path).ifPresent(this::rememberToken);
    }
  }

  private void rememberToken(String page) {
    Matcher token = TOKEN.matcher(page);
    if (token.find()) {
      values.put(FuzzedRequest.TOKEN, token.group(1));
    }
  }

  private ReceivedResponse get(String path) throws IOException {
    FuzzedRequest request =
        new FuzzedRequest(
            role,
            "GET",
            path,
            java.util.List.of(
                "Host: localhost:" + FuzzedRequest.PORT,
                "Accept-Language: nl",
                "Cookie: " + FuzzedRequest.COOKIE),
            "",
            false);
    try (FuzzConnection connection = new FuzzConnection("127.0.0.1", site.port())) {
      ReceivedResponse response = connection.send(request, values);
      take(response.header("set-cookie"));
      return response;
    }
  }

  private void take(String lines) {
    for (String line : lines.split("\n", -1)) {
      String[] pair = line.replaceAll(";.*", "").split("=", 2);
      if (pair.length == 2 && line.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else if (pair.length == 2) {
        cookies.put(pair[0], pair[1]);
      }
    }
    rememberCookies();
  }

  private void rememberCookies() {
    StringBuilder header = new StringBuilder();
    cookies.forEach(
        (name, value) ->
            header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    values.put(FuzzedRequest.COOKIE, header.toString());
  }
}

package nl.uitweg.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.testsupport.RawRequest;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SiteRoute;
import org.junit.jupiter.api.Test;

/**
 * Requests every address of the site in many non-canonical spellings. None gets past {@link
 * PathNormalizer} to a later filter, a permission check or a resource, so none is less protected
 * than the canonical spelling.
 */
@ServerTest
class NonCanonicalPathsTest {

  private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3}) ");

  @TestHTTPResource("/")
  URI root;

  @Test
  void rejectsEveryNonCanonicalSpelling() throws IOException {
    Set<SiteRoute> routes = SiteRoute.all();
    assertThat(routes)
        .contains(
            new SiteRoute("POST", "/en/code"),
            new SiteRoute("GET", "/backoffice"),
            new SiteRoute("GET", "/q/metrics"));
    List<String> accepted = new ArrayList<>();
    for (SiteRoute route : routes) {
      for (String spelling : nonCanonicalSpellings(route.path())) {
        String response = RawRequest.request(root.getPort(), route.method(), spelling);
        if (!refused(route, response)) {
          accepted.add(
              route.method() + " " + spelling + " → " + response.lines().findFirst().orElse(""));
        }
      }
    }
    assertThat(accepted).isEmpty();
  }

  @Test
  void servesCanonicalSpellings() throws IOException {
    for (String path : List.of("/en", "/en/code", "/en/report", "/q/health", "/sitemap.xml")) {
      assertThat(RawRequest.request(root.getPort(), "GET", path))
          .as(path)
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void redirectsToTheCanonicalSpelling() throws IOException {
    for (String spelling : List.of("/EN/police", "/En/police", "/en/police/", "//en//police")) {
      assertThat(RawRequest.request(root.getPort(), "GET", spelling + "?secret"))
          .as(spelling)
          .startsWith("HTTP/1.1 308 ")
          .containsIgnoringCase("\r\nlocation: /en/police\r\n");
    }
    assertThat(RawRequest.request(root.getPort(), "GET", "/zh"))
        .containsIgnoringCase("\r\nlocation: /zh-Hans\r\n");
    assertThat(RawRequest.request(root.getPort(), "GET", "/ZH-HANS/police"))
        .containsIgnoringCase("\r\nlocation: /zh-Hans/police\r\n");
  }

  @Test
  void answersInvalidEncodingInTheLanguageOfTheAddress() throws IOException {
    for (String broken : List.of("/nl/%zz", "/nl/%", "/nl/%4", "/NL/x%", "/nl/;%zz")) {
      assertThat(RawRequest.request(root.getPort(), "GET", broken))
          .as(broken)
          .startsWith("HTTP/1.1 400 ")
          .contains("<html lang=\"nl\"")
          .contains("/nl/help\"");
    }
  }

  /**
   * Whether the response is an error page with the security headers, or a redirect to the canonical
   * spelling.
   */
  private static boolean refused(SiteRoute route, String response) {
    var status = STATUS.matcher(response);
    if (!status.lookingAt() || !response.contains("default-src 'none'")) {
      return false;
    }
    String lower = response.toLowerCase(Locale.ROOT);
    return switch (status.group(1)) {
      case "400", "404", "405" -> response.contains("<html lang=\"");
      case "308" ->
          route.method().equals("GET") && lower.contains("\r\nlocation: " + route.path() + "\r\n");
      default -> false;
    };
  }

  private static Set<String> nonCanonicalSpellings(String path) {
    String rest = path.substring(1);
    int slash = path.indexOf('/', 1);
    Set<String> spellings = new LinkedHashSet<>();
    for (String end :
        List.of(
            "/",
            "//",
            "/.",
            "/x/..",
            ";",
            ";x",
            ";x=1/",
            "%3bx",
            "%00",
            "%20",
            "%2f",
            "%2F",
            "%5c",
            "\\",
            "%",
            "%zz",
            "%25",
            "%09",
            "%0d%0a",
            "%c0%af",
            "%ef%bc%8f",
            "%3f",
            "%23",
            "*",
            "+",
            ":",
            "@",
            "!",
            "'",
            "(",
            ",",
            "=",
            "&",
            "$",
            "|",
            "^",
            "{",
            "\u00e9")) {
      spellings.add(path + end);
    }
    for (String start :
        List.of(
            "//",
            "///",
            "/./",
            "/x/../",
            "/../",
            "/%2e/",
            "/%2e%2e/",
            "/x/%2E./",
            "/%2f",
            "/%5c",
            "/;/",
            "/;x/")) {
      spellings.add(start + rest);
    }
    if (!rest.isEmpty()) {
      spellings.add("/" + encoded(rest.substring(0, 1)) + rest.substring(1));
      spellings.add("/" + encoded(rest));
      spellings.add("/%25" + encoded(rest.substring(0, 1)).substring(1) + rest.substring(1));
      spellings.add("/" + encoded(rest.replace("/", "")) + "x/..%2f");
    }
    if (slash > 0) {
      String first = path.substring(0, slash);
      String remainder = path.substring(slash);
      spellings.add(first + ";x" + remainder);
      spellings.add(first + ";x=1;y=2" + remainder);
      spellings.add(first + "/" + remainder);
      spellings.add(first + "/." + remainder);
      spellings.add(first + "/x/.." + remainder);
      spellings.add(first + "%2f" + remainder.substring(1));
      spellings.add(first + "%5c" + remainder.substring(1));
      spellings.add(first + "\\" + remainder.substring(1));
      spellings.add(first.toUpperCase(Locale.ROOT) + remainder);
      spellings.add(
          path.substring(0, path.lastIndexOf('/'))
              + "%2F"
              + path.substring(path.lastIndexOf('/') + 1));
    }
    return spellings;
  }

  /** Every character except the slash as a percent-encoded octet. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      encoded.append(c == '/' ? "/" : String.format("%%%02x", (int) c));
    }
    return encoded.toString();
  }
}

package nl.uitweg.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends the requests in {@code src/test/resources/requests} again, which {@code bin/test --fuzz}
 * found or which were reported. The name of a file begins with the role that sends it.
 */
@ServerTest
class ReplayedRequestsTest {

  private static final Map<String, String> USERS =
      Map.of(
          "officer", "zilvervoort",
          "care-coordinator", "care",
          "auditor", "auditor",
          "administrator", "admin");
  private static final Map<String, String> PAGES_WITH_TOKEN =
      Map.of("auditor", "/backoffice/audit", "administrator", "/backoffice/statistics");

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  @TestHTTPResource("/")
  URI root;

  @ParameterizedTest
  @MethodSource("kept")
  void answersKeptRequest(String file) throws IOException {
    String text = Files.readString(FuzzResults.KEPT.resolve(file), StandardCharsets.ISO_8859_1);
    String[] line = text.substring(0, text.indexOf('\r')).split(" ", -1);
    try (FuzzConnection connection = new FuzzConnection("127.0.0.1", root.getPort())) {
      ReceivedResponse response =
          connection.exchange(FuzzedRequest.bytes(text, values(file)), line[0].equals("HEAD"));
      assertThat(response.status()).isPositive();
      assertThat(
              new ResponseRules(Languages.read(Path.of("i18n")))
                  .problem(line[0], line[1], response))
          .isEmpty();
    }
  }

  static List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(FuzzResults.KEPT)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private Map<String, String> values(String file) {
    String base = root.toString().replaceAll("/$", "");
    String port = Integer.toString(root.getPort());
    for (Map.Entry<String, String> user : USERS.entrySet()) {
      if (file.startsWith(user.getKey() + "-")) {
        try (DeskClient desk = new DeskClient(base, user.getValue())) {
          String page =
              desk.get(PAGES_WITH_TOKEN.getOrDefault(user.getKey(), "/backoffice")).text();
          Matcher token = TOKEN.matcher(page);
          return Map.of(
              FuzzedRequest.PORT,
              port,
              FuzzedRequest.COOKIE,
              cookies(desk, base),
              FuzzedRequest.TOKEN,
              token.find() ? token.group(1) : "none",
              FuzzedRequest.REPORT,
              "7f2c1b9e-0a53-4f0e-9d41-0c8f5a3f7a10");
        }
      }
    }
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "A report of " + file, "unknown");
    return Map.of(FuzzedRequest.PORT, port, FuzzedRequest.STATE, form.sealedState());
  }

  private static String cookies(DeskClient desk, String base) {
    return desk.context().cookies(base + "/backoffice").stream()
        .map(cookie -> cookie.name + "=" + cookie.value)
        .collect(Collectors.joining("; "));
  }
}

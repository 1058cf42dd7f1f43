package nl.uitweg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Two officers change the same report: the second change is refused, and the page shows the first.
 */
@ServerTest
class ConcurrentChangesTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void refusesChangeFromStalePageAndShowsColleaguesChange() {
    String address = sendReport("Changed by two, one after the other");
    try (DeskClient first = new DeskClient(base(), "zilvervoort");
        DeskClient second = new DeskClient(base(), "officer")) {
      String staleToken = token(second, address);
      assertThat(
              first.post(address, address + "/state", "to", "closed", "outcome", "other").status())
          .isEqualTo(200);
      APIResponse refused = second.postWith(staleToken, address + "/state", "to", "in-progress");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text())
          .contains("Misschien heeft een collega de melding net gewijzigd")
          .contains("Afgesloten")
          .contains("zilvervoort");
    }
  }

  @Test
  void acceptsOneOfTwoSimultaneousChanges() {
    String address = sendReport("Changed by two at the same moment");
    try (DeskClient first = new DeskClient(base(), "zilvervoort");
        DeskClient second = new DeskClient(base(), "officer")) {
      List<HttpRequest> requests = List.of(close(first, address), close(second, address));
      List<CompletableFuture<HttpResponse<String>>> responses =
          requests.stream()
              .map(request -> HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
              .toList();
      assertThat(responses.stream().map(response -> response.join().statusCode()))
          .containsExactlyInAnyOrder(303, 409);
      String page = first.get(address).text();
      assertThat(page).contains("Afgesloten").contains("geweigerd");
    }
  }

  private HttpRequest close(DeskClient desk, String address) {
    String cookies =
        desk.context().cookies(base() + address).stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    String token = URLEncoder.encode(token(desk, address), StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(base() + address + "/state"))
        .header("Cookie", cookies)
        .header("Accept-Language", "nl")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&to=closed&outcome=other"))
        .build();
  }

  private static String token(DeskClient desk, String address) {
    Matcher token = TOKEN.matcher(desk.get(address).text());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private String sendReport(String text) {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", text, "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      return Inbox.address(desk.context().newPage(), base(), text);
    }
  }
}

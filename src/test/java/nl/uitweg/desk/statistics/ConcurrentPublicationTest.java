package nl.uitweg.desk.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** Two administrators publish the figures of the same half-year at the same moment. */
@ServerTest
class ConcurrentPublicationTest {

  private final HalfYear half = HalfYear.of(LocalDate.now(DutchTime.ZONE)).previous().previous();

  @TestHTTPResource("/")
  URI root;

  @Test
  void publishesOnce() {
    String base = root.toString().substring(0, root.toString().length() - 1);
    SuperuserDatabase.change("delete from published_figure");
    try (DeskClient admin = new DeskClient(base, "admin")) {
      String token = admin.token("/backoffice/statistics?of=region");
      HttpRequest publish =
          HttpRequest.newBuilder(root.resolve("/backoffice/statistics/public"))
              .header("Cookie", admin.cookies())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "half="
                          + half.key()
                          + "&token="
                          + URLEncoder.encode(token, StandardCharsets.UTF_8)))
              .build();
      HttpClient client = HttpClient.newHttpClient();
      List<CompletableFuture<HttpResponse<Void>>> sent =
          Stream.generate(() -> client.sendAsync(publish, HttpResponse.BodyHandlers.discarding()))
              .limit(6)
              .toList();
      assertThat(sent).allMatch(answer -> answer.join().statusCode() == 303);
    } finally {
      SuperuserDatabase.change("delete from published_figure");
    }
  }
}

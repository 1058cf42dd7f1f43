package nl.uitweg.journeys;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.TestTimeout;

/** An attacker who sends fake reports from one address, all with the token of the same form. */
final class FakeReports {

  private static final Executor ONE_SECOND_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final String token;

  private FakeReports(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Fills in a form up to "what happens?"; every fake report continues from there. */
  static FakeReports prepare(int port) {
    FormClient form = new FormClient("nl", "127.0.0.1", port);
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next("municipality", "zilvervoort");
    return new FakeReports(port, form.sealedState());
  }

  /** Sends a fake report; the result is whether the site returned a receipt code. */
  CompletableFuture<Boolean> send(int number) {
    String description = "Buy cheap watches today at shop number " + number + ", best price";
    return post(token, "finish", "&what=" + urlEncoded(description))
        .thenCompose(page -> post(FormClient.tokenIn(page), "next", "&contact=unknown"))
        .thenCompose(page -> post(FormClient.tokenIn(page), "send", "&website=shop"))
        .thenApply(page -> page.contains("class=\"code\""));
  }

  /** Posts the form, and retries every second while the site answers 503. */
  private CompletableFuture<String> post(String formToken, String button, String fields) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/nl/report"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(TestTimeout.LIMIT)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "state=" + urlEncoded(formToken) + "&go=" + button + fields))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            response ->
                response.statusCode() == 503
                    ? CompletableFuture.supplyAsync(() -> "", ONE_SECOND_LATER)
                        .thenCompose(ignored -> post(formToken, button, fields))
                    : CompletableFuture.completedFuture(response.body()));
  }

  private static String urlEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

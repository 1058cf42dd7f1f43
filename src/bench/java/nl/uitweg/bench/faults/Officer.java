package nl.uitweg.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.bench.SessionCookies;

/**
 * An officer who handles reports while processes are killed. After an answer that failed, the
 * officer opens the page again, looks whether the work is there, and repeats it only when it is
 * not.
 */
final class Officer {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final int MAX_ATTEMPTS = 200;
  private static final long PAUSE_MILLIS = 700;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http;
  private final String base;
  private final Ledger ledger;

  Officer(String base, String cookies, Ledger ledger) {
    this.base = base;
    this.http = SessionCookies.client(base, cookies);
    this.ledger = ledger;
  }

  /** What an officer wrote in one report, each text once. */
  record Work(UUID report, String message, String note, boolean referred) {}

  /** Takes a report, writes to the reporter, adds a note, refers some reports, and closes it. */
  Work handle(UUID report, int number) throws InterruptedException {
    Work work =
        new Work(report, "Vraag nummer m" + number, "Notitie nummer n" + number, number % 4 == 0);
    String path = "/backoffice/reports/" + report;
    perform(
        path,
        "/take",
        page -> page.contains("<h1") && !page.contains(path + "/take"),
        "municipality",
        "zilvervoort");
    perform(path, "/messages", page -> page.contains(work.message()), "message", work.message());
    perform(path, "/notes", page -> page.contains(work.note()), "note", work.note());
    if (work.referred()) {
      refer(path);
    }
    perform(
        path,
        "/state",
        page -> page.contains("value=\"reopened\""),
        "to",
        "closed",
        "outcome",
        "help");
    return work;
  }

  private void refer(String path) throws InterruptedException {
    perform(
        path,
        "/referral",
        page -> page.contains(path + "/referrals/"),
        "draft",
        "one",
        "recipient",
        "care",
        "purpose",
        "help",
        "basis",
        "stated",
        "stated",
        "toestemming van het slachtoffer",
        "field",
        "what",
        "text-what",
        "wat er gebeurt",
        "step",
        "send");
  }

  private void perform(String path, String address, Predicate<String> done, String... fields)
      throws InterruptedException {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      String page = open(path);
      if (done.test(page)) {
        ledger.count(attempt == 0 ? "officer: was there" : "officer: done");
        return;
      }
      Matcher token = TOKEN.matcher(page);
      if (token.find()) {
        post(path + address, token.group(1), fields);
      } else {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    ledger.faults.add("officer: " + address + " did not succeed");
  }

  /** The HTML of the page of a report; empty when it could not be opened. */
  String open(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  private void post(String path, String token, String... fields) throws InterruptedException {
    StringBuilder body = new StringBuilder("token=").append(encode(token));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
    }
    send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(TIMEOUT)
        .header("Accept-Language", "nl");
  }

  private String send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      ledger.count("officer: " + response.statusCode());
      if (response.statusCode() == 500) {
        ledger.faults.add("officer: 500 at " + request.method() + " " + request.uri().getPath());
      }
      return response.statusCode() == 200 ? response.body() : "";
    } catch (IOException broken) {
      ledger.count("officer: no answer");
      return "";
    }
  }
}

package nl.uitweg.editing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requests every external URL in the YAML files of {@code content/} and reports those that fail;
 * needs internet access.
 */
final class LinkCheck {

  private static final Pattern URL = Pattern.compile("https?://[^\\s\"]+");
  private static final int FIRST_ERROR_STATUS = 400;

  private LinkCheck() {}

  /**
   * Prints the URLs that fail, and a summary.
   *
   * @return whether all URLs work
   */
  static boolean check(Path root, PrintStream out) throws IOException {
    TreeSet<String> urls = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root.resolve("content"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        URL.matcher(Files.readString(file)).results().forEach(match -> urls.add(match.group()));
      }
    }
    HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    int broken = 0;
    for (String url : urls) {
      String failure = failure(http, url);
      if (!failure.isEmpty()) {
        broken++;
        out.println(url + ": " + failure);
      }
    }
    out.println(urls.size() + " URLs, " + broken + " of them fail");
    return broken == 0;
  }

  /** Why the URL fails; empty when the status of the response is below 400. */
  private static String failure(HttpClient http, String url) {
    try {
      int status =
          http.send(
                  HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status < FIRST_ERROR_STATUS ? "" : "status " + status;
    } catch (IOException | IllegalArgumentException e) {
      return e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}

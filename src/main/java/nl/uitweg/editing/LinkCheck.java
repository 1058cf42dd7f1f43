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

/** Asks every external address in {@code content/} whether it still answers; needs the internet. */
final class LinkCheck {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"]+");
  private static final int BAD = 400;

  private LinkCheck() {}

  static boolean check(Path root, PrintStream out) throws IOException {
    TreeSet<String> addresses = new TreeSet<>();
    try (Stream<Path> files = Files.list(root.resolve("content"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        ADDRESS.matcher(Files.readString(file)).results().forEach(m -> addresses.add(m.group()));
      }
    }
    HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    int broken = 0;
    for (String address : addresses) {
      String answer = answer(http, address);
      if (!answer.isEmpty()) {
        broken++;
        out.println(address + ": " + answer);
      }
    }
    out.println(addresses.size() + " addresses, " + broken + " do not answer as expected");
    return broken == 0;
  }

  /** Empty when it is there. */
  private static String answer(HttpClient http, String address) {
    try {
      int status =
          http.send(
                  HttpRequest.newBuilder(URI.create(address))
                      .timeout(Duration.ofSeconds(20))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      return status < BAD ? "" : "status " + status;
    } catch (IOException | IllegalArgumentException e) {
      return e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}

package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests the public pages after a change, because some mistakes show only when a page is
 * rendered. Production renders all pages at start-up; development mode only those that are
 * requested.
 */
final class RenderedPages {

  private static final Pattern LOCATION = Pattern.compile("<loc>https?://[^/<]+(/[^<]*)</loc>");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "content/([a-z]{2,3}(?:-[A-Za-z]+)?)/|/([a-z]{2,3}(?:-[A-Za-z]+)?)\\.properties$");
  private static final String SOURCE_LANGUAGE = "nl";
  private static final int SERVER_ERROR = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI site;

  RenderedPages(URI site) {
    this.site = site;
  }

  /** The first page, in Dutch or in the language of a changed file, that cannot be rendered. */
  Optional<String> firstFailure(Collection<Path> changed) throws InterruptedException {
    Set<String> languages = new TreeSet<>(List.of(SOURCE_LANGUAGE));
    for (Path file : changed) {
      Matcher language = LANGUAGE.matcher(file.toString().replace('\\', '/'));
      if (language.find()) {
        languages.add(language.group(1) == null ? language.group(2) : language.group(1));
      }
    }
    try {
      Matcher location = LOCATION.matcher(get("/sitemap.xml").body());
      while (location.find()) {
        String path = location.group(1);
        if (languages.contains(path.split("/", -1)[1]) && get(path).statusCode() >= SERVER_ERROR) {
          return Optional.of(path + " cannot be rendered; the reason is in the log above.");
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("The pages cannot be requested from " + site + ": " + e.getMessage());
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(site.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}

package nl.uitweg.screens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.uitweg.platform.page.Compression;

/**
 * Bytes that a browser downloads for a screen and everything it loads: stylesheet, scripts and
 * icon.
 */
final class ScreenWeight {

  /**
   * Initial congestion window of TCP, ten segments of 1460 bytes (RFC 6928): a first visit that
   * fits needs no second round trip.
   */
  static final int LIMIT = 14_600;

  /** Brotli quality of stored pages by default; sites under test use a lower one. */
  private static final int STORED_PAGE_QUALITY = 11;

  private static final Pattern LOADED =
      Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\" href|script src)=\"([^\"]+)\"");

  /** Size of each stylesheet, script and icon as sent, by its path. */
  private final Map<String, Integer> files = new HashMap<>();

  /** A screen and its weight. */
  record Weighed(Screen screen, int bytes) {
    @Override
    public String toString() {
      return String.format("%6d  %s", bytes, screen);
    }
  }

  /** The screens, heaviest first. */
  List<Weighed> heaviestFirst(List<Screen> screens) {
    return screens.stream()
        .map(this::weigh)
        .sorted(Comparator.comparingInt(Weighed::bytes).reversed())
        .toList();
  }

  private Weighed weigh(Screen screen) {
    int loaded =
        LOADED
            .matcher(screen.html())
            .results()
            .map(file -> file.group(1))
            .mapToInt(path -> files.computeIfAbsent(path, ScreenWeight::fileSize))
            .sum();
    assertThat(loaded).as(screen + " loads a stylesheet").isPositive();
    int asSent = screen.sentBytes() + loaded;
    boolean stored = screen.response().header("ETag") != null;
    return new Weighed(
        screen, stored && asSent > LIMIT ? storedSize(screen.html()) + loaded : asSent);
  }

  private static int fileSize(String path) {
    return storedSize(given().get(path).asString());
  }

  private static int storedSize(String text) {
    byte[] brotli = Compression.brotli(text.getBytes(StandardCharsets.UTF_8), STORED_PAGE_QUALITY);
    assertThat(brotli).isNotNull();
    return brotli.length;
  }
}

package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.page.PageStore;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Checks every screen in every language. {@link Screens} has already checked the status codes when
 * it collected them.
 */
@ServerTest
class EveryLanguageTest {

  /**
   * Initial congestion window of TCP, ten segments of 1460 bytes (RFC 6928): a first visit that
   * fits needs no second round trip.
   */
  private static final int INITIAL_CONGESTION_WINDOW_BYTES = 14_600;

  /** Brotli quality for a quick comparison of all screens. */
  private static final int COMPARISON_QUALITY = 5;

  /**
   * Assumed Brotli quality of a reverse proxy that compresses the pages rendered per request; the
   * site itself sends them uncompressed.
   */
  private static final int RENDERED_PAGE_QUALITY = 9;

  /** Brotli quality of stored pages by default; the site under test uses a lower one. */
  private static final int STORED_PAGE_QUALITY = 11;

  /** Number of largest screens per language that are measured again as they are sent. */
  private static final int CANDIDATES_PER_LANGUAGE = 5;

  private static final Comparator<ScreenSize> LARGEST_FIRST =
      Comparator.comparingInt(ScreenSize::bytes).reversed();

  private static final Pattern STYLE = Pattern.compile("/style-[0-9a-f]+\\.css");

  @Inject PageStore store;

  /** Size of each stylesheet as sent, in bytes, by its path. */
  private final Map<String, Integer> stylesheetSizes = new HashMap<>();

  /** Size of a screen with its stylesheet as sent with Brotli compression. */
  private record ScreenSize(Screen screen, int bytes) {
    @Override
    public String toString() {
      return String.format("%-8s %6d  %s", screen.language(), bytes, screen.name());
    }
  }

  @Test
  void hasEveryScreenInEveryLanguage() {
    List<String> dutch = names("nl");
    for (String language : Screens.languages()) {
      assertThat(names(language)).as(language).containsExactlyElementsOf(dutch);
    }
  }

  @Test
  void declaresLanguageAndDirectionOnEveryScreen() {
    for (Screen screen : Screens.all()) {
      String direction = new Language(screen.language()).direction();
      assertThat(screen.html())
          .as(screen.toString())
          .startsWith("<!DOCTYPE html>")
          .containsOnlyOnce("<html ")
          .contains("<html lang=\"" + screen.language() + "\" dir=\"" + direction + "\">");
    }
  }

  @Test
  void fitsFirstVisitInInitialCongestionWindow() throws IOException {
    List<ScreenSize> largest = new ArrayList<>();
    for (String language : Screens.languages()) {
      List<ScreenSize> sizes = new ArrayList<>();
      for (Screen screen : Screens.in(language)) {
        sizes.add(
            new ScreenSize(
                screen, brotliSize(bytes(screen), COMPARISON_QUALITY) + stylesheetSize(screen)));
      }
      sizes.sort(LARGEST_FIRST);
      largest.add(
          sizes.stream()
              .limit(CANDIDATES_PER_LANGUAGE)
              .map(size -> new ScreenSize(size.screen(), sentSize(size.screen())))
              .min(LARGEST_FIRST)
              .orElseThrow());
    }
    largest.sort(LARGEST_FIRST);
    Files.write(
        Path.of("target/largest-screens.txt"), largest.stream().map(ScreenSize::toString).toList());
    assertThat(largest.get(0).bytes())
        .as("largest per language: %s", largest)
        .isLessThanOrEqualTo(INITIAL_CONGESTION_WINDOW_BYTES);
  }

  private static List<String> names(String language) {
    return Screens.in(language).stream().map(Screen::name).toList();
  }

  /**
   * Size of the screen and its stylesheet, compressed with Brotli: stored pages at the default
   * quality of the site, rendered pages at the quality assumed for a reverse proxy.
   */
  private int sentSize(Screen screen) {
    byte[] html = bytes(screen);
    boolean stored =
        store
            .find(screen.path())
            .filter(page -> java.util.Arrays.equals(page.plain(), html))
            .isPresent();
    return brotliSize(html, stored ? STORED_PAGE_QUALITY : RENDERED_PAGE_QUALITY)
        + stylesheetSize(screen);
  }

  private int stylesheetSize(Screen screen) {
    Matcher stylesheet = STYLE.matcher(screen.html());
    assertThat(stylesheet.find()).as(screen + " has a stylesheet").isTrue();
    return stylesheetSizes.computeIfAbsent(
        stylesheet.group(),
        path -> brotliSize(store.find(path).orElseThrow().plain(), STORED_PAGE_QUALITY));
  }

  private static byte[] bytes(Screen screen) {
    return screen.html().getBytes(StandardCharsets.UTF_8);
  }

  private static int brotliSize(byte[] bytes, int quality) {
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality)).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

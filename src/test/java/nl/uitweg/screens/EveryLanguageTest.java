package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.encoder.Encoder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What must be true of every screen in every language. That each answers with the status it should
 * is checked when {@link Screens} walks through them.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class EveryLanguageTest {

  /** What fits in the first packets of a connection, so that nobody waits for a second round. */
  private static final int FIRST_VISIT = 14_600;

  /** Qualities of brotli: to compare, of a screen that is made at each visit, of a stored page. */
  private static final int QUICK = 5;

  private static final int MADE = 9;
  private static final int BEST = 11;

  /** So many of the heaviest by the quick way are weighed as they are sent. */
  private static final int CANDIDATES = 5;

  private static final Comparator<Weight> HEAVIEST_FIRST =
      Comparator.comparingInt(Weight::bytes).reversed();

  private static final Pattern STYLE = Pattern.compile("/style-[0-9a-f]+\\.css");

  @Inject PageStore store;

  /** Bytes of each stylesheet, as sent. */
  private final Map<String, Integer> styles = new HashMap<>();

  /** A screen with its stylesheet, as a browser with brotli receives them. */
  private record Weight(Screen screen, int bytes) {
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
    List<Weight> heaviest = new ArrayList<>();
    for (String language : Screens.languages()) {
      List<Weight> weights = new ArrayList<>();
      for (Screen screen : Screens.in(language)) {
        weights.add(new Weight(screen, brotli(bytes(screen), QUICK) + style(screen)));
      }
      weights.sort(HEAVIEST_FIRST);
      heaviest.add(
          weights.stream()
              .limit(CANDIDATES)
              .map(weight -> new Weight(weight.screen(), sent(weight.screen())))
              .min(HEAVIEST_FIRST)
              .orElseThrow());
    }
    heaviest.sort(HEAVIEST_FIRST);
    Files.write(
        Path.of("target/heaviest-screens.txt"), heaviest.stream().map(Weight::toString).toList());
    assertThat(heaviest.get(0).bytes())
        .as("heaviest per language: %s", heaviest)
        .isLessThanOrEqualTo(FIRST_VISIT);
  }

  private static List<String> names(String language) {
    return Screens.in(language).stream().map(Screen::name).toList();
  }

  /** Stored pages are compressed as well as can be; for the others a quicker way says enough. */
  private int sent(Screen screen) {
    byte[] html = bytes(screen);
    boolean stored =
        store
            .find(screen.path())
            .filter(page -> java.util.Arrays.equals(page.plain(), html))
            .isPresent();
    return brotli(html, stored ? BEST : MADE) + style(screen);
  }

  private int style(Screen screen) {
    Matcher style = STYLE.matcher(screen.html());
    assertThat(style.find()).as(screen + " has a stylesheet").isTrue();
    return styles.computeIfAbsent(
        style.group(), path -> brotli(store.find(path).orElseThrow().plain(), BEST));
  }

  private static byte[] bytes(Screen screen) {
    return screen.html().getBytes(StandardCharsets.UTF_8);
  }

  private static int brotli(byte[] bytes, int quality) {
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality)).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

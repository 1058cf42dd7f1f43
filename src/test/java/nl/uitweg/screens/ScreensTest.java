package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every screen as different people see it, in the languages and looks that {@link ScreenSample} chooses.
 * With {@code -Dmatrix=full} every screen in every language and in every look.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class ScreensTest {

  @TestHTTPResource("/")
  String root;

  @Test
  void hasNoAxeViolationInAnyDisplayMode() {
    List<String> wrong = new ArrayList<>();
    try (Window window = window(true)) {
      for (ScreenSample sample : ScreenSample.forAxe()) {
        Page page = window.show(sample.screen());
        for (DisplayMode look : sample.looks()) {
          look.on(page);
          note(wrong, sample.screen() + " at " + look, window.axe(look));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void detectsAxeViolation() {
    try (Window window = window(true)) {
      Page page = window.show(Screens.in("nl").get(0));
      page.evaluate(
          "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')");
      assertThat(window.axe(DisplayMode.turn(0))).singleElement().asString().startsWith("image-alt");
    }
  }

  /** Without scripts. A window of 1280 by 1024 at 400 % is one of 320 by 256. */
  @Test
  void fitsSmallWindowAndToleratesTextSpacing() {
    List<String> wrong = new ArrayList<>();
    try (Window window = window(false)) {
      for (Screen screen : ScreenSample.withLongWords()) {
        Page page = window.show(screen);
        page.setViewportSize(320, 800);
        note(wrong, screen + " at 320 px", window.layout("wider"));
        note(wrong, screen + " at 320 px", window.layout("small"));
        note(wrong, screen + " with wide text", window.layout("spaced"));
        page.setViewportSize(320, 256);
        note(wrong, screen + " at 400 %", window.layout("wider"));
        note(wrong, screen + " at 400 %", window.layout("hidden"));
        page.setViewportSize(1280, 800);
        note(wrong, screen + " at 1280 px", window.layout("hidden"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private Window window(boolean javaScript) {
    return new Window(root.substring(0, root.length() - 1), javaScript);
  }

  private static void note(List<String> wrong, String where, List<String> found) {
    found.forEach(problem -> wrong.add(where + ": " + problem));
  }
}

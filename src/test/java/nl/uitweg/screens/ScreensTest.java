package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/**
 * Checks the accessibility and layout of screens in a browser, in the languages and display modes
 * that {@link ScreenSample} chooses. {@code -Dmatrix=full} checks every screen in every language
 * and mode.
 */
@ServerTest
class ScreensTest {

  @TestHTTPResource("/")
  String root;

  @Test
  void hasNoAxeViolationInAnyDisplayMode() {
    List<String> problems = new ArrayList<>();
    try (Window window = window(true)) {
      for (ScreenSample sample : ScreenSample.forAxe()) {
        Page page = window.show(sample.screen());
        for (DisplayMode mode : sample.modes()) {
          mode.applyTo(page);
          addProblems(problems, sample.screen() + " at " + mode, window.axe(mode));
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void detectsAxeViolation() {
    try (Window window = window(true)) {
      Page page = window.show(Screens.in("nl").get(0));
      page.evaluate(
          "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')");
      assertThat(window.axe(DisplayMode.roundRobin(0)))
          .singleElement()
          .asString()
          .startsWith("image-alt");
    }
  }

  /**
   * Runs without JavaScript. A window of 1280 by 1024 pixels at 400 % zoom has a viewport of 320 by
   * 256.
   */
  @Test
  void fitsSmallWindowAndToleratesTextSpacing() {
    List<String> problems = new ArrayList<>();
    try (Window window = window(false)) {
      for (Screen screen : ScreenSample.withLongWords()) {
        addProblems(problems, screen.toString(), window.layoutProblems(screen));
      }
    }
    assertThat(problems).isEmpty();
  }

  private Window window(boolean javaScript) {
    return new Window(root.substring(0, root.length() - 1), javaScript);
  }

  private static void addProblems(List<String> problems, String where, List<String> newProblems) {
    newProblems.forEach(problem -> problems.add(where + ": " + problem));
  }
}

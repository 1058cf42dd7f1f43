package nl.uitweg.screens;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the checks of layout.js on the current page. */
final class Layout {

  private static final String CHECKS = read();

  private Layout() {}

  /**
   * Problems that a check finds on the page, each as a sentence.
   *
   * @param check name of a function in layout.js
   */
  @SuppressWarnings("unchecked")
  static List<String> problems(Page page, String check) {
    return (List<String>) page.evaluate(CHECKS + "." + check + "()");
  }

  private static String read() {
    try (InputStream file = Layout.class.getResourceAsStream("/screens/layout.js")) {
      if (file == null) {
        throw new IllegalStateException("The test resource /screens/layout.js is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

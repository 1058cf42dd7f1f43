package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * A visitor who uses the keyboard only. {@link #press} also checks that the focused element shows
 * its focus and is not covered.
 */
final class Keyboard {

  private static final int MAX_TAB_PRESSES = 60;

  private final Page page;
  private int strokes;

  Keyboard(Page page) {
    this.page = page;
  }

  /** Number of keys pressed so far. */
  int strokes() {
    return strokes;
  }

  void press(String key) {
    page.keyboard().press(key);
    strokes++;
    if (!focused().isEmpty()) {
      assertThat(Layout.problems(page, "focus")).as("after %s, on %s", key, focused()).isEmpty();
    }
  }

  /** Presses Tab until the label or text of the focused element contains this text. */
  void tabTo(String text) {
    moveFocusTo("Tab", text);
  }

  /** As {@link #tabTo}, backwards with Shift+Tab. */
  void tabBackTo(String text) {
    moveFocusTo("Shift+Tab", text);
  }

  private void moveFocusTo(String key, String text) {
    StringBuilder visited = new StringBuilder();
    for (int i = 0; i < MAX_TAB_PRESSES; i++) {
      press(key);
      visited.append(focused()).append("; ");
      if (focused().startsWith(text)) {
        return;
      }
    }
    throw new AssertionError(key + " does not reach “" + text + "” but only: " + visited);
  }

  void type(String text) {
    page.keyboard().type(text);
    strokes += text.length();
  }

  /**
   * Presses a key that opens another page, and waits until that page is loaded and has its focus.
   */
  void open(String key) {
    page.evaluate("document.body.setAttribute('data-before', '')");
    page.keyboard().press(key);
    strokes++;
    page.locator("body:not([data-before])").waitFor(attached());
    page.waitForLoadState();
    if (page.locator("[autofocus]").count() > 0) {
      // The browser sets the focus when it draws the page, which can be after it was loaded.
      page.locator(":focus").first().waitFor(attached());
    }
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  /** Label or text of the focused element; empty when nothing is focused. */
  String focused() {
    return (String)
        page.evaluate(
            "(e => e === document.body ? '' : e.labels && e.labels.length"
                + " ? [...e.labels].map(l => l.innerText).join(' ')"
                + " : e.innerText || e.id)(document.activeElement)");
  }
}

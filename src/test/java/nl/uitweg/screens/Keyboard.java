package nl.uitweg.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * A visitor with a keyboard and nothing else. After every key that moves the focus, the focus must
 * be seen.
 */
final class Keyboard {

  private static final int TOO_FAR = 60;

  private final Page page;
  private int strokes;

  Keyboard(Page page) {
    this.page = page;
  }

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

  /** Presses Tab until the focus is on what has these words. */
  void tabTo(String words) {
    walkTo("Tab", words);
  }

  /** The other way round. */
  void tabBackTo(String words) {
    walkTo("Shift+Tab", words);
  }

  private void walkTo(String key, String words) {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < TOO_FAR; i++) {
      press(key);
      seen.append(focused()).append("; ");
      if (focused().contains(words)) {
        return;
      }
    }
    throw new AssertionError(key + " does not come to “" + words + "” but to: " + seen);
  }

  void type(String words) {
    page.keyboard().type(words);
    strokes += words.length();
  }

  /** A key that opens another page; comes back when that is there, by whatever way it came. */
  void open(String key) {
    page.evaluate("document.body.setAttribute('data-before', '')");
    page.keyboard().press(key);
    strokes++;
    page.locator("body:not([data-before])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  /** The words of what has the focus, as its label or itself says; empty at the top of a page. */
  String focused() {
    return (String)
        page.evaluate(
            "(e => e === document.body ? '' : e.labels && e.labels.length"
                + " ? [...e.labels].map(l => l.innerText).join(' ')"
                + " : e.innerText || e.id)(document.activeElement)");
  }
}

package nl.uitweg.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/**
 * Reads from a page that is complete, for what a test needs later. What must be true of a page is
 * asserted with {@code PlaywrightAssertions}, which wait for it.
 */
public final class Shown {

  private Shown() {}

  /** The text of one element, once it is there; spaces as they stand in the page. */
  public static String text(Locator one) {
    one.page().waitForLoadState();
    return one.textContent();
  }

  /** The texts of all that match, in their order, of a page that has at least one. */
  public static List<String> texts(Locator all) {
    all.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    all.page().waitForLoadState();
    return all.allTextContents();
  }

  /** What is filled in in one field. */
  public static String value(Locator field) {
    field.page().waitForLoadState();
    return field.inputValue();
  }
}

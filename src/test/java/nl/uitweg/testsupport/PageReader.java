package nl.uitweg.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/**
 * Reads values that a test needs later from a page that has finished loading. Assertions on a page
 * use {@code PlaywrightAssertions}, which wait for the expected state.
 */
public final class PageReader {

  private PageReader() {}

  /** Text of one element, once it is present; white space as in the page. */
  public static String text(Locator element) {
    element.page().waitForLoadState();
    return element.textContent();
  }

  /** Texts of all matching elements in document order, once there is at least one. */
  public static List<String> texts(Locator elements) {
    elements.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    elements.page().waitForLoadState();
    return elements.allTextContents();
  }

  /** Value of one form field. */
  public static String value(Locator field) {
    field.page().waitForLoadState();
    return field.inputValue();
  }
}

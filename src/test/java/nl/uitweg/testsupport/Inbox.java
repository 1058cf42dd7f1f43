package nl.uitweg.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The inbox of an officer, as many pages as it has. */
public final class Inbox {

  private Inbox() {}

  /**
   * Turns the pages until a report with these words is seen.
   *
   * @throws AssertionError when no page has it
   */
  public static Locator row(Page officer, String base, String words) {
    for (int number = 0; ; number++) {
      officer.navigate(base + "/backoffice?page=" + number);
      Locator row = officer.locator("tr", new Page.LocatorOptions().setHasText(words));
      if (row.count() > 0) {
        return row.first();
      }
      String next = "a[href='/backoffice?page=" + (number + 1) + "']";
      if (officer.locator(next).count() == 0) {
        throw new AssertionError("No report in the inbox with the words: " + words);
      }
    }
  }
}

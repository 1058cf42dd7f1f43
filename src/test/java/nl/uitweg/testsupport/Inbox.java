package nl.uitweg.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Finds a report on any page of an officer's inbox. */
public final class Inbox {

  private Inbox() {}

  /**
   * Goes through the pages of the view of all reports until one shows a report with these words.
   *
   * @throws AssertionError when no page shows such a report
   */
  public static Locator row(Page officer, String base, String description) {
    officer.navigate(base + "/backoffice?view=all");
    while (true) {
      Locator row = officer.locator("tr", new Page.LocatorOptions().setHasText(description));
      if (row.count() > 0) {
        return row.first();
      }
      Locator older = officer.locator("a[rel=next]");
      if (older.count() == 0) {
        throw new AssertionError("The inbox shows no report with the words: " + description);
      }
      officer.navigate(base + older.getAttribute("href"));
    }
  }
}

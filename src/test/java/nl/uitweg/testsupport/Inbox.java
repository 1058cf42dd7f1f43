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

  /** The address of the case file of a report, without the list to which it leads back. */
  public static String address(Page officer, String base, String description) {
    String href = row(officer, base, description).locator("a").getAttribute("href");
    return href.substring(0, href.indexOf('?'));
  }
}

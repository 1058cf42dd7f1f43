package nl.uitweg.testsupport;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The inbox of an officer, as many pages as it has. */
public final class Inbox {

  private Inbox() {}

  /**
   * Turns the pages, of everything there is, until a report with these words is seen.
   *
   * @throws AssertionError when no page has it
   */
  public static Locator row(Page officer, String base, String words) {
    officer.navigate(base + "/backoffice?view=all");
    while (true) {
      Locator row = officer.locator("tr", new Page.LocatorOptions().setHasText(words));
      if (row.count() > 0) {
        return row.first();
      }
      Locator older = officer.locator("a[rel=next]");
      if (older.count() == 0) {
        throw new AssertionError("No report in the inbox with the words: " + words);
      }
      officer.navigate(base + older.getAttribute("href"));
    }
  }
}

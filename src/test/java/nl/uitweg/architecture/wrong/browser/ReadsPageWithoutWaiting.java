package nl.uitweg.architecture.wrong.browser;

import com.microsoft.playwright.Locator;

/** Breaks a rule on purpose, to show that the rule bites. */
public final class ReadsPageWithoutWaiting {

  private ReadsPageWithoutWaiting() {}

  public static String heading(Locator heading) throws InterruptedException {
    Thread.sleep(1);
    return heading.isVisible() ? heading.textContent() : "";
  }
}

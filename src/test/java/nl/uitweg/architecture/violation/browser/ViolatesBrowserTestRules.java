package nl.uitweg.architecture.violation.browser;

import com.microsoft.playwright.Locator;

/** Violates the rules for browser tests on purpose, to test that they detect it. */
public final class ViolatesBrowserTestRules {

  private ViolatesBrowserTestRules() {}

  public static String heading(Locator heading) throws InterruptedException {
    Thread.sleep(1);
    return heading.isVisible() ? heading.textContent() : "";
  }
}

package nl.uitweg.testsupport;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.demo.EmbeddedKeycloak;

/**
 * The real Chromium, started once per test run. Waits are as long as the slowest machine needs:
 * they only decide how soon a failure is told.
 */
public final class Browser {

  private static final double PATIENCE_MS = Patience.LIMIT.toMillis();

  private static final Playwright PLAYWRIGHT = Playwright.create();
  private static final com.microsoft.playwright.Browser CHROMIUM =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable())
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          "--no-first-run")));

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  private Browser() {}

  private static Path executable() {
    return Stream.of(
            System.getProperty("browser", ""),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no Chromium; bin/test installs it"));
  }

  /** A fresh visitor. */
  public static BrowserContext visitor(int width, boolean javaScript, String language) {
    return context(width, javaScript, language, Optional.empty());
  }

  private static BrowserContext context(
      int width, boolean javaScript, String language, Optional<String> storage) {
    com.microsoft.playwright.Browser.NewContextOptions options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setJavaScriptEnabled(javaScript)
            .setLocale(language);
    storage.ifPresent(options::setStorageState);
    BrowserContext context = CHROMIUM.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return OpenContexts.track(context);
  }

  /**
   * Clicks, and waits until the page that follows is there, by whatever way it came. The body that
   * was there is marked, so that the old page is never taken for the new one.
   */
  public static void press(Locator target) {
    Page page = target.page();
    page.evaluate("document.body.setAttribute('data-before', '')");
    target.click();
    page.locator("body:not([data-before])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  /** Logged in at the desk; through the real login page unless this officer was just there. */
  public static BrowserContext officer(String base, String user, int width, boolean javaScript) {
    return officer(base, user, width, javaScript, "nl-NL");
  }

  /** As above, with a browser that asks for this language. */
  public static BrowserContext officer(
      String base, String user, int width, boolean javaScript, String locale) {
    Optional<String> storage = Logins.storage(base, user);
    if (storage.isPresent()) {
      BrowserContext context = context(width, javaScript, locale, storage);
      if (Logins.counts(base, context)) {
        return context;
      }
      context.close();
    }
    BrowserContext context = login(base, Servers.keycloak(), user, width, javaScript, locale);
    Logins.keep(base, user, context);
    return context;
  }

  /** A login of its own, for tests that end the session. */
  public static BrowserContext newLogin(String base, String user, int width, boolean javaScript) {
    return login(base, Servers.keycloak(), user, width, javaScript, "nl-NL");
  }

  /** At the desk of a process of its own. */
  public static BrowserContext officer(
      Installation site, String user, int width, boolean javaScript) {
    return login(site.url(), site.keycloak(), user, width, javaScript, "nl-NL");
  }

  private static BrowserContext login(
      String base,
      EmbeddedKeycloak keycloak,
      String user,
      int width,
      boolean javaScript,
      String locale) {
    BrowserContext context = atLogin(base, keycloak, width, javaScript, locale);
    Page page = context.pages().get(0);
    page.locator("#username").fill(user);
    page.locator("#password").fill("demo");
    page.locator("#kc-login").click();
    page.waitForURL(base + "/backoffice**");
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
    return context;
  }

  /** Somebody before the real login page, once Keycloak is up. */
  public static BrowserContext atLogin(String base) {
    return atLogin(base, Servers.keycloak(), 1280, true, "nl-NL");
  }

  private static BrowserContext atLogin(
      String base, EmbeddedKeycloak keycloak, int width, boolean javaScript, String locale) {
    Patience.await().until(keycloak::isReady);
    BrowserContext context = visitor(width, javaScript, locale);
    context.newPage().navigate(base + "/backoffice");
    return context;
  }
}

package nl.uitweg.testsupport;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.demo.EmbeddedKeycloak;

/**
 * Chromium, started once per test run. Timeouts are long enough for the slowest machine; they only
 * decide how soon a failing test fails.
 */
public final class Browser {

  private static final double TIMEOUT_MILLIS = TestTimeout.LIMIT.toMillis();

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
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
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
        .orElseThrow(
            () -> new IllegalStateException("Chromium is not installed; bin/test installs it"));
  }

  /** A new browser context without cookies. */
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
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    return OpenContexts.track(context);
  }

  /**
   * Clicks and waits until the next page has loaded, whether by navigation or by a script. Marks
   * the current body first, so that the old page is never mistaken for the new one.
   */
  public static void press(Locator target) {
    Page page = target.page();
    page.evaluate("document.body.setAttribute('data-before', '')");
    target.click();
    page.locator("body:not([data-before])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  /**
   * A context in which this user is logged in at the desk; reuses a recent login of the run if
   * there is one, and otherwise goes through the real login page.
   */
  public static BrowserContext officer(String base, String user, int width, boolean javaScript) {
    return officer(base, user, width, javaScript, "nl-NL");
  }

  /** As {@link #officer(String, String, int, boolean)}, for a browser with this locale. */
  public static BrowserContext officer(
      String base, String user, int width, boolean javaScript, String locale) {
    Optional<String> storage = LoginCache.storage(base, user);
    if (storage.isPresent()) {
      BrowserContext context = context(width, javaScript, locale, storage);
      if (LoginCache.isValid(base, context)) {
        return context;
      }
      context.close();
    }
    BrowserContext context = login(base, Servers.issuer(), user, width, javaScript, locale);
    LoginCache.store(base, user, context);
    return context;
  }

  /** A login that is not shared with other tests, for tests that end the session. */
  public static BrowserContext newLogin(String base, String user, int width, boolean javaScript) {
    return login(base, Servers.issuer(), user, width, javaScript, "nl-NL");
  }

  /** A context in which this user is logged in at the desk of an {@link Installation}. */
  public static BrowserContext officer(
      Installation site, String user, int width, boolean javaScript) {
    return login(site.url(), site.issuer(), user, width, javaScript, "nl-NL");
  }

  /** A context in which this user is logged in at the desk of a site with this login provider. */
  static BrowserContext officer(String base, URI issuer, String user) {
    return login(base, issuer, user, 1280, false, "nl-NL");
  }

  private static BrowserContext login(
      String base, URI issuer, String user, int width, boolean javaScript, String locale) {
    BrowserContext context = openLoginPage(base, issuer, width, javaScript, locale);
    Page page = context.pages().get(0);
    page.locator("#username").fill(user);
    page.locator("#password").fill("demo");
    page.locator("#kc-login").click();
    page.waitForURL(base + "/backoffice**");
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
    return context;
  }

  /** A context whose first page shows the real login page; waits until Keycloak is ready. */
  public static BrowserContext openLoginPage(String base) {
    return openLoginPage(base, Servers.issuer(), 1280, true, "nl-NL");
  }

  private static BrowserContext openLoginPage(
      String base, URI issuer, int width, boolean javaScript, String locale) {
    TestTimeout.await().until(() -> EmbeddedKeycloak.isReady(issuer));
    BrowserContext context = visitor(width, javaScript, locale);
    context.newPage().navigate(base + "/backoffice");
    return context;
  }
}

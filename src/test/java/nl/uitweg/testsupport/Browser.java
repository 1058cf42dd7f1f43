package nl.uitweg.testsupport;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.uitweg.demo.EmbeddedKeycloak;
import org.awaitility.Awaitility;

/** The real Chromium, started once per test run. */
public final class Browser {

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

  private static final Set<BrowserContext> WITH_SCRIPTS = ConcurrentHashMap.newKeySet();

  private Browser() {}

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no Chromium; bin/test installs it"));
  }

  /** A fresh visitor. */
  public static BrowserContext visitor(int width, boolean javaScript, String language) {
    BrowserContext context =
        CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(javaScript)
                .setLocale(language));
    context.setDefaultTimeout(20_000);
    if (javaScript) {
      WITH_SCRIPTS.add(context);
    }
    return context;
  }

  /** Clicks, and waits until the page that follows is there, by whatever way it came. */
  public static void press(Locator target) {
    Page page = target.page();
    if (!WITH_SCRIPTS.contains(page.context())) {
      target.click(); // an ordinary navigation, which the click waits for
      return;
    }
    page.evaluate("document.body.setAttribute('data-before', '')");
    target.click();
    page.locator("body:not([data-before])")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.waitForLoadState();
  }

  /** Logs in through the real login page, once Keycloak is up. */
  public static BrowserContext officer(String base, String user, int width, boolean javaScript) {
    return officer(base, user, width, javaScript, "nl-NL");
  }

  /** As above, with a browser that asks for this language. */
  public static BrowserContext officer(
      String base, String user, int width, boolean javaScript, String locale) {
    return officer(base, Servers.keycloak(), user, width, javaScript, locale);
  }

  /** As above, at the desk of a process of its own. */
  public static BrowserContext officer(
      Installation site, String user, int width, boolean javaScript) {
    return officer(site.url(), site.keycloak(), user, width, javaScript, "nl-NL");
  }

  private static BrowserContext officer(
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
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).waitFor();
    return context;
  }

  /** Somebody before the real login page, once Keycloak is up. */
  public static BrowserContext atLogin(String base) {
    return atLogin(base, Servers.keycloak(), 1280, true, "nl-NL");
  }

  private static BrowserContext atLogin(
      String base, EmbeddedKeycloak keycloak, int width, boolean javaScript, String locale) {
    Awaitility.await().atMost(Duration.ofMinutes(3)).until(keycloak::ready);
    BrowserContext context = visitor(width, javaScript, locale);
    context.newPage().navigate(base + "/backoffice");
    return context;
  }
}

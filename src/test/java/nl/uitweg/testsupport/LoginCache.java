package nl.uitweg.testsupport;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browser storage of logins that went through the real login page, for reuse by later tests of the
 * run. A login is reused only when it is so new that the desk still counts it as recent at the end
 * of the test.
 */
final class LoginCache {

  private static final Duration MAX_AGE = Duration.ofMinutes(4);
  private static final Map<String, Login> BY_USER = new HashMap<>();

  private LoginCache() {}

  /** What the browser stored, and the {@link System#nanoTime} at which it was read. */
  private record Login(String storage, long at) {}

  static void store(String base, String user, BrowserContext context) {
    BY_USER.put(base + " " + user, new Login(context.storageState(), System.nanoTime()));
  }

  /** The stored state of a browser that is logged in; empty when there is no recent login. */
  static Optional<String> storage(String base, String user) {
    return Optional.ofNullable(BY_USER.get(base + " " + user))
        .filter(login -> System.nanoTime() - login.at() < MAX_AGE.toNanos())
        .map(Login::storage);
  }

  /** Whether the desk accepts this browser; a test may have ended the session meanwhile. */
  static boolean isValid(String base, BrowserContext context) {
    APIResponse desk =
        context.request().get(base + "/backoffice", RequestOptions.create().setMaxRedirects(0));
    boolean toLogin = desk.headers().getOrDefault("location", "").contains("/protocol/");
    return desk.status() < 400 && !toLogin;
  }
}

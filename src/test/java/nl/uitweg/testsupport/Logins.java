package nl.uitweg.testsupport;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Logins that went through the real login page once and are used again by later tests of the run.
 * Not older than what the desk calls a fresh login, with time left for the test itself.
 */
final class Logins {

  private static final Duration REUSABLE = Duration.ofMinutes(4);
  private static final Map<String, Login> BY_OFFICER = new HashMap<>();

  private Logins() {}

  /** What the browser stored, and when, as {@link System#nanoTime}. */
  private record Login(String storage, long at) {}

  static void keep(String base, String user, BrowserContext context) {
    BY_OFFICER.put(base + " " + user, new Login(context.storageState(), System.nanoTime()));
  }

  /** What a browser has to store in order to be logged in; empty when there is no fresh login. */
  static Optional<String> storage(String base, String user) {
    return Optional.ofNullable(BY_OFFICER.get(base + " " + user))
        .filter(login -> System.nanoTime() - login.at() < REUSABLE.toNanos())
        .map(Login::storage);
  }

  /** Whether the desk lets this browser in; a test may have ended the session meanwhile. */
  static boolean counts(String base, BrowserContext context) {
    APIResponse desk =
        context.request().get(base + "/backoffice", RequestOptions.create().setMaxRedirects(0));
    boolean toLogin = desk.headers().getOrDefault("location", "").contains("/protocol/");
    return desk.status() < 400 && !toLogin;
  }
}

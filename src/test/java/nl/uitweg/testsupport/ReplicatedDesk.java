package nl.uitweg.testsupport;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The desk of a {@link ReplicatedSite}: a process of its own behind the same reverse proxy. */
public final class ReplicatedDesk implements AutoCloseable {

  private final Path folder;
  private final String jdbcUrl;
  private final Map<String, String> settings;
  private final String base;
  private final URI issuer;
  private volatile Replica replica;

  private ReplicatedDesk(
      Path folder,
      String jdbcUrl,
      Map<String, String> settings,
      String base,
      URI issuer,
      Replica replica) {
    this.folder = folder;
    this.jdbcUrl = jdbcUrl;
    this.settings = settings;
    this.base = base;
    this.issuer = issuer;
    this.replica = replica;
  }

  /**
   * Starts it with a realm of its own and a mail server.
   *
   * @param folder folder of the site, with its keys
   * @param port port on which the proxy expects the desk
   * @param proxyPort port of the proxy, to which a login returns
   */
  public static ReplicatedDesk start(Path folder, String jdbcUrl, int port, int proxyPort)
      throws IOException {
    String base = "http://localhost:" + proxyPort;
    URI issuer = SharedKeycloak.realm("replicated-" + proxyPort, TestRegion.REGION, base);
    Map<String, String> settings = new HashMap<>();
    MailServer.start().forEach((name, value) -> settings.put(variable(name), value));
    settings.put("PORTAL_TIER", "backoffice");
    settings.put("PORTAL_PUBLIC_URL", base);
    settings.put("PORTAL_JOBS_EVERY", "2s");
    settings.put("PORTAL_KEYS_PRIVATE_DIRECTORY", folder.resolve("keys/private").toString());
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    settings.putAll(ReverseProxy.TRUSTED);
    settings.put("QUARKUS_DATASOURCE_USERNAME", "portal_backoffice");
    settings.put("QUARKUS_OIDC_TENANT_ENABLED", "true");
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.toString());
    settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", SharedKeycloak.SECRET);
    Replica replica = Replica.start(folder, jdbcUrl, settings);
    replica.await();
    return new ReplicatedDesk(folder, jdbcUrl, settings, base, issuer, replica);
  }

  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  public Replica replica() {
    return replica;
  }

  /** Starts another process on the same port after the earlier one has ended, and waits. */
  public void restart() throws IOException {
    replica = Replica.start(folder, jdbcUrl, settings);
    replica.await();
  }

  /** Logs a user in with a browser. The value is that of the header Cookie. */
  public String logIn(String user) {
    try (BrowserContext context = Browser.officer(base, issuer, user)) {
      return context.cookies(base + "/backoffice").stream()
          .map(cookie -> cookie.name + "=" + cookie.value)
          .collect(Collectors.joining("; "));
    }
  }

  @Override
  public void close() {
    replica.kill();
    MailServer.stop();
  }
}

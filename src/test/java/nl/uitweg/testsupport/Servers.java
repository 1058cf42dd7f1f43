package nl.uitweg.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.demo.EmbeddedKeycloak;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.platform.sealing.KeyFolder;

/**
 * PostgreSQL and Keycloak of a test run, shared by all tests. Keycloak starts in the background
 * while the first tests run. Quarkus loads the test classes again for every test profile, which
 * resets static fields. Ports, URLs and logins of the servers are therefore kept in system
 * properties. The site has the {@linkplain ContentCopy content of tests} and one language more:
 * {@link PseudoLanguage}.
 */
public class Servers implements QuarkusTestResourceLifecycleManager {

  private static final String PROPERTIES = "tests.servers.";

  private boolean shippedRealm;
  private boolean demo = true;

  /**
   * Arguments: {@code realm=SHIPPED} uses the realm of a real installation; {@code portal.demo}
   * turns demo mode on or off, and is off by default with that realm.
   */
  @Override
  public void init(Map<String, String> arguments) {
    shippedRealm = "SHIPPED".equals(arguments.get("realm"));
    demo =
        Boolean.parseBoolean(arguments.getOrDefault("portal.demo", String.valueOf(!shippedRealm)));
  }

  @Override
  public Map<String, String> start() {
    try {
      if (System.getProperty(PROPERTIES + "jdbcUrl") == null) {
        startServers();
      }
      URI realm = issuer();
      if (shippedRealm) {
        String name = "shipped-" + UUID.randomUUID();
        awaitLogin();
        keycloakAdmin().createShippedRealm(name, siteUrl(), SharedKeycloak.SECRET);
        realm = issuer().resolve("/realms/" + name);
      }
      Map<String, String> settings = new HashMap<>(MailServer.start());
      Path texts = TestOutput.file("pseudo-language").toAbsolutePath();
      settings.putAll(
          Map.ofEntries(
              Map.entry("quarkus.http.test-port", property("sitePort")),
              Map.entry("quarkus.log.file.enabled", "true"),
              Map.entry("quarkus.log.file.path", TestOutput.file("quarkus-test.log").toString()),
              Map.entry("portal.demo", Boolean.toString(demo)),
              Map.entry("portal.brotli-quality", "4"),
              // Tests run the scheduled jobs themselves; Installation leaves that to the scheduler.
              Map.entry("portal.jobs.every", "off"),
              Map.entry("portal.jobs.purge-every", "off"),
              // Tests fill in a form in less than a second, and send many from one address.
              Map.entry("portal.abuse.minimum-form-age", "0S"),
              Map.entry("portal.abuse.reports", "100000"),
              Map.entry("portal.abuse.all-reports", "100000"),
              Map.entry("portal.abuse.image-time", "1H"),
              Map.entry("portal.content.directory", texts.resolve("content").toString()),
              Map.entry("portal.i18n.directory", texts.resolve("i18n").toString()),
              Map.entry("portal.keys.directory", folder().resolve("keys/public").toString()),
              Map.entry(
                  "portal.keys.private-directory", folder().resolve("keys/private").toString()),
              Map.entry("quarkus.datasource.jdbc.url", database().jdbcUrl()),
              Map.entry("quarkus.datasource.username", database().user()),
              Map.entry("quarkus.datasource.password", database().user()),
              Map.entry("quarkus.oidc.auth-server-url", realm.toString()),
              Map.entry("quarkus.oidc.credentials.secret", SharedKeycloak.SECRET)));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the servers once per run; they serve every test profile and stop with the process. */
  private static void startServers() throws IOException {
    set("sitePort", LocalPorts.findFree());
    set("folder", Files.createTempDirectory("uitweg-test"));
    String realm = "uitweg-" + ProcessHandle.current().pid();
    set("issuer", SharedKeycloak.realm(realm, TestRegion.REGION, siteUrl()));
    PseudoLanguage.write(Files.createDirectories(TestOutput.file("pseudo-language")));
    EmbeddedDatabase database = EmbeddedDatabase.start(folder().resolve("database"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    set("user", database.user());
    set("superuser", database.superuser());
    KeyFolder.createIfMissing(folder().resolve("keys"), TestRegion.REGION.ids());
    // set last: start() takes it as the sign that the servers have started
    set("jdbcUrl", database.jdbcUrl());
  }

  private static void set(String name, Object value) {
    System.setProperty(PROPERTIES + name, value.toString());
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(PROPERTIES + name), name);
  }

  private static String siteUrl() {
    return "http://localhost:" + property("sitePort");
  }

  /** Waits until officers can log in. */
  public static void awaitLogin() {
    TestTimeout.await().until(() -> EmbeddedKeycloak.isReady(issuer()));
  }

  /** Issuer URL of the login provider. */
  static URI issuer() {
    return URI.create(property("issuer"));
  }

  /** Client of the admin API of Keycloak. */
  public static KeycloakAdmin keycloakAdmin() {
    return new KeycloakAdmin(issuer());
  }

  /** Folder with the data of the database and the key files. */
  public static Path folder() {
    return Path.of(property("folder"));
  }

  /**
   * The database of the run.
   *
   * @param user login of the application; the database accepts any password
   */
  public record Database(String jdbcUrl, String user, String superuser) {}

  public static Database database() {
    return new Database(property("jdbcUrl"), property("user"), property("superuser"));
  }

  @Override
  public void stop() {
    MailServer.stop();
  }
}

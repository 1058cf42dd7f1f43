package nl.uitweg.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.demo.EmbeddedKeycloak;
import nl.uitweg.platform.sealing.KeyFolder;

/**
 * PostgreSQL and Keycloak of a test run, shared by all tests. Keycloak starts in the background
 * while the first tests run. The site has one language more than it is shipped with: {@link
 * PseudoLanguage}.
 */
public class Servers implements QuarkusTestResourceLifecycleManager {

  private static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";

  private static volatile EmbeddedKeycloak keycloak;
  private static volatile EmbeddedDatabase database;
  private static volatile Path folder;
  private static volatile KeycloakAdmin keycloakAdmin;

  private static volatile int sitePort;
  private static volatile int keycloakPort;

  private boolean shippedRealm;
  private boolean demo = true;

  /** Takes {@code realm=SHIPPED} for the realm of a real installation, with demo mode off. */
  @Override
  public void init(Map<String, String> arguments) {
    shippedRealm = "SHIPPED".equals(arguments.get("realm"));
    demo =
        Boolean.parseBoolean(arguments.getOrDefault("portal.demo", String.valueOf(!shippedRealm)));
  }

  @Override
  public Map<String, String> start() {
    try {
      if (keycloak == null) {
        startServers();
      }
      String realm = "uitweg";
      if (shippedRealm) {
        realm = "shipped";
        awaitLogin();
        keycloakAdmin.createShippedRealm(realm, "http://localhost:" + sitePort, SECRET);
      }
      Map<String, String> settings = new HashMap<>(MailServer.start());
      Path texts = TestOutput.file("pseudo-language").toAbsolutePath();
      settings.putAll(
          Map.ofEntries(
              Map.entry("quarkus.http.test-port", Integer.toString(sitePort)),
              Map.entry("quarkus.log.file.enabled", "true"),
              Map.entry("quarkus.log.file.path", TestOutput.file("quarkus-test.log").toString()),
              Map.entry("portal.demo", Boolean.toString(demo)),
              Map.entry("portal.brotli-quality", "4"),
              // Tests run the scheduled jobs themselves; FloodTest runs them by the clock.
              Map.entry("portal.rounds.every", "off"),
              // Tests fill in a form in less than a second, and send many from one address.
              Map.entry("portal.abuse.youngest-form", "0S"),
              Map.entry("portal.abuse.reports", "100000"),
              Map.entry("portal.abuse.all-reports", "100000"),
              Map.entry("portal.content.directory", texts.resolve("content").toString()),
              Map.entry("portal.i18n.directory", texts.resolve("i18n").toString()),
              Map.entry("portal.keys.directory", folder.resolve("keys/public").toString()),
              Map.entry("portal.keys.private-directory", folder.resolve("keys/private").toString()),
              Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
              Map.entry("quarkus.datasource.username", database.user()),
              Map.entry("quarkus.datasource.password", database.user()),
              Map.entry(
                  "quarkus.oidc.auth-server-url",
                  EmbeddedKeycloak.issuer(keycloakPort).resolve("/realms/" + realm).toString()),
              Map.entry("quarkus.oidc.credentials.secret", SECRET)));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called once per run: the servers stay for the next test profile and stop with the process. */
  private static void startServers() throws IOException {
    sitePort = FreePort.next();
    keycloakPort = FreePort.next();
    folder = Files.createTempDirectory("uitweg-test");
    keycloak =
        EmbeddedKeycloak.start(
            new EmbeddedKeycloak.Settings(
                Path.of(System.getProperty("keycloak.home")),
                Path.of("deploy/keycloak"),
                TestOutput.file("keycloak.log"),
                keycloakPort,
                "http://localhost:" + sitePort,
                SECRET,
                EmbeddedKeycloak.Kind.DEMO,
                KeycloakAdmin.ACCOUNT));
    Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    keycloakAdmin = new KeycloakAdmin(EmbeddedKeycloak.issuer(keycloakPort));
    PseudoLanguage.write(Files.createDirectories(TestOutput.file("pseudo-language")));
    database = EmbeddedDatabase.start(folder.resolve("database"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    KeyFolder.createIfMissing(
        folder.resolve("keys"), List.of("heemstede", "bloemendaal", "zandvoort"));
  }

  /** Waits until officers can log in. */
  public static void awaitLogin() {
    TestTimeout.await().until(keycloak::ready);
  }

  static EmbeddedKeycloak keycloak() {
    return keycloak;
  }

  /** Client of the admin API of Keycloak. */
  public static KeycloakAdmin keycloakAdmin() {
    return keycloakAdmin;
  }

  /** Folder with the data of the database and the key files. */
  public static Path folder() {
    return folder;
  }

  public static EmbeddedDatabase database() {
    return database;
  }

  @Override
  public void stop() {
    MailServer.stop();
  }
}

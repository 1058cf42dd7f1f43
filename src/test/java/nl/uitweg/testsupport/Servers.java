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
 * The real PostgreSQL and the real Keycloak of a test run; Keycloak starts behind the first tests.
 * The site has one language more than it is shipped with: {@link PseudoLanguage}.
 */
public class Servers implements QuarkusTestResourceLifecycleManager {

  private static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";

  private static volatile EmbeddedKeycloak keycloak;
  private static volatile EmbeddedDatabase database;
  private static volatile Path folder;
  private static volatile LoginAdmin admin;

  private static volatile int site;
  private static volatile int login;

  private boolean shipped;
  private boolean demo = true;

  /** {@code realm=SHIPPED} for the realm of a real installation, which is no demo. */
  @Override
  public void init(Map<String, String> arguments) {
    shipped = "SHIPPED".equals(arguments.get("realm"));
    demo = Boolean.parseBoolean(arguments.getOrDefault("portal.demo", String.valueOf(!shipped)));
  }

  @Override
  public Map<String, String> start() {
    try {
      if (keycloak == null) {
        startServers();
      }
      String realm = "uitweg";
      if (shipped) {
        realm = "shipped";
        awaitLogin();
        admin.createShippedRealm(realm, "http://localhost:" + site, SECRET);
      }
      Map<String, String> settings = new HashMap<>(MailServer.start());
      Path texts = Output.file("pseudo-language").toAbsolutePath();
      settings.putAll(
          Map.ofEntries(
              Map.entry("quarkus.http.test-port", Integer.toString(site)),
              Map.entry("quarkus.log.file.enabled", "true"),
              Map.entry("quarkus.log.file.path", Output.file("quarkus-test.log").toString()),
              Map.entry("portal.demo", Boolean.toString(demo)),
              Map.entry("portal.brotli-quality", "4"),
              // Tests say themselves when a round goes; FloodTest has them by the clock.
              Map.entry("portal.rounds.every", "off"),
              // Tests fill in a form in less than a second, many of them from one address.
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
                  EmbeddedKeycloak.issuer(login).resolve("/realms/" + realm).toString()),
              Map.entry("quarkus.oidc.credentials.secret", SECRET)));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Once per run: they stay for the next profile and end with the process. */
  private static void startServers() throws IOException {
    site = FreePort.next();
    login = FreePort.next();
    folder = Files.createTempDirectory("uitweg-test");
    keycloak =
        EmbeddedKeycloak.start(
            new EmbeddedKeycloak.Settings(
                Path.of(System.getProperty("keycloak.home")),
                Path.of("deploy/keycloak"),
                Output.file("keycloak.log"),
                login,
                "http://localhost:" + site,
                SECRET,
                EmbeddedKeycloak.Kind.DEMO,
                LoginAdmin.ACCOUNT));
    Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    admin = new LoginAdmin(EmbeddedKeycloak.issuer(login));
    PseudoLanguage.write(Files.createDirectories(Output.file("pseudo-language")));
    database = EmbeddedDatabase.start(folder.resolve("database"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    KeyFolder.createIfMissing(
        folder.resolve("keys"), List.of("heemstede", "bloemendaal", "zandvoort"));
  }

  /** Until officers can log in. */
  public static void awaitLogin() {
    Patience.await().until(keycloak::isReady);
  }

  static EmbeddedKeycloak keycloak() {
    return keycloak;
  }

  /** Who manages the login provider. */
  public static LoginAdmin admin() {
    return admin;
  }

  /** Data of the database and key files. */
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

package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.testsupport.FastStartSettings;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Start-up of the packaged application with a wrong configuration. A missing or wrong key file, or
 * a database in the wrong state, prevents the start with a message. A login provider that cannot be
 * reached only disables the desk.
 */
@ProcessTest
class StartUpTest {

  private static final List<String> MUNICIPALITIES =
      List.of("lindestede", "ankerdaal", "zilvervoort");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static EmbeddedDatabase database;

  @TempDir Path folder;
  private String jdbcUrl = "";
  private String login = "";
  private Path keys;
  private Path log;

  @BeforeAll
  static void startDatabase() throws IOException {
    database = EmbeddedDatabase.start(data.resolve("database"));
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void makeKeys() {
    keys = folder.resolve("keys");
    log = folder.resolve("log");
    jdbcUrl = database.jdbcUrl();
    login = database.user();
    KeyFolder.createIfMissing(keys, MUNICIPALITIES);
  }

  @Test
  void reportsMissingPrivateKeyset() throws Exception {
    Files.delete(keys.resolve("private/ankerdaal.private.json"));
    assertStartFails("portal.keys.private-directory has no ankerdaal.private.json");
  }

  @Test
  void reportsPrivateKeysetOfAnotherInstallation() throws Exception {
    KeyFolder.createIfMissing(folder.resolve("other"), MUNICIPALITIES);
    copy("other/public/zilvervoort.public.json", "keys/public/zilvervoort.public.json");
    assertStartFails("zilvervoort.private.json does not belong to the public keyset");
  }

  @Test
  void reportsPrivateKeysetThatCannotBeDecrypted() throws Exception {
    KeyFolder.createIfMissing(folder.resolve("other"), MUNICIPALITIES);
    copy("other/private/zilvervoort.private.json", "keys/private/zilvervoort.private.json");
    assertStartFails("zilvervoort.private.json cannot be decrypted");
  }

  @Test
  void reportsMissingIndexKey() throws Exception {
    Files.delete(keys.resolve("private/index.json"));
    assertStartFails("index.json is missing");
  }

  @Test
  void reportsMissingDeskFormKey() throws Exception {
    Files.delete(keys.resolve("private/desk.json"));
    assertStartFails("desk.json is missing");
  }

  @Test
  void reportsMissingPublicKeyset() throws Exception {
    Files.delete(keys.resolve("public/lindestede.public.json"));
    assertStartFails("There is no public keyset for lindestede");
  }

  @Test
  void reportsDatabaseThatWasNotMigrated() throws Exception {
    try (Connection superuser = DriverManager.getConnection(jdbcUrl, database.superuser(), "");
        Statement statement = superuser.createStatement()) {
      statement.execute("create database empty");
    }
    jdbcUrl = jdbcUrl.replace("/uitweg", "/empty");
    assertStartFails("The database schema is at version 0");
    assertThat(Files.readString(log)).contains("run bin/migrate first");
  }

  @Test
  void reportsDatabaseLoginWithTooManyPrivileges() throws Exception {
    login = database.superuser();
    assertStartFails("The login postgres may create objects in the database");
  }

  /**
   * All pages are rendered before the first request, although the environment has the setting with
   * which bin/dev leaves that out of its build.
   */
  @Test
  void servesPublicSiteWithoutLoginProvider() throws Exception {
    int port = LocalPorts.findFree();
    Process site = start(port);
    try {
      TestTimeout.await()
          .ignoreExceptions()
          .until(() -> get(port, "/nl").statusCode() == 200 || !site.isAlive());
      assertThat(Files.readString(log)).contains("public pages and files in memory");
      assertThat(get(port, "/nl/report").statusCode()).isEqualTo(200);
      assertThat(get(port, "/nl/code").statusCode()).isEqualTo(200);
      HttpResponse<String> desk = get(port, "/backoffice");
      assertThat(desk.statusCode()).isEqualTo(503);
      assertThat(desk.body())
          .contains("De inlogdienst antwoordt nog niet")
          .contains("De openbare site werkt gewoon");
    } finally {
      site.destroyForcibly().onExit().join();
    }
  }

  private void assertStartFails(String message) throws IOException, InterruptedException {
    Process site = start(LocalPorts.findFree());
    try {
      assertThat(site.waitFor(TestTimeout.LIMIT.toSeconds(), TimeUnit.SECONDS))
          .as("the application exits")
          .isTrue();
      assertThat(site.exitValue()).isNotZero();
      assertThat(Files.readString(log)).contains(message);
    } finally {
      site.destroyForcibly().onExit().join();
    }
  }

  private void copy(String from, String to) throws IOException {
    Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private Process start(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "@src/test/java-options",
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(FastStartSettings.environment());
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("PORTAL_DEMO", "true"),
                Map.entry("QUARKUS_ARC_EXCLUDE_TYPES", "nl.uitweg.platform.page.PageRendering"),
                Map.entry("PORTAL_KEYS_DIRECTORY", keys.resolve("public").toString()),
                Map.entry("PORTAL_KEYS_PRIVATE_DIRECTORY", keys.resolve("private").toString()),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", login),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", ""),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/realms/none"),
                Map.entry(
                    "QUARKUS_OIDC_CREDENTIALS_SECRET",
                    "only-for-tests-only-for-tests-only-for-tests")));
    return builder.start();
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Language", "nl")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

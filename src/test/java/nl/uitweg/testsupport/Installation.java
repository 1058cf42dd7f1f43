package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application with both tiers, started as a separate process with PostgreSQL, Keycloak
 * and a mail server, and with the limits on abuse ({@code portal.abuse}) of a real installation.
 * {@link Servers} is its counterpart for tests that run the application in the test process.
 */
public final class Installation implements AutoCloseable {

  /** Settings with the addresses of municipalities; the packaged region has others. */
  private static final Pattern MAIL_OF_MUNICIPALITY =
      Pattern.compile("portal\\.notification\\.(?:municipality|stand-in)\\.(.+)");

  private static final List<String> TEST_OPTIONS = List.of("-Xmx512m", "@src/test/java-options");

  /** As in the Dockerfile. */
  private static final List<String> SHIPPED_OPTIONS =
      List.of("-XX:-HeapDumpOnOutOfMemoryError", "-XX:+ExitOnOutOfMemoryError");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final Database database;
  private final @Nullable URI issuer;
  private final Process process;

  private Installation(int port, Database database, @Nullable URI issuer, Process process) {
    this.port = port;
    this.database = database;
    this.issuer = issuer;
    this.process = process;
  }

  /**
   * The database of an installation.
   *
   * @param close stops what was started for it
   */
  private record Database(String jdbcUrl, String user, String superuser, Runnable close) {

    static Database embedded(Path folder) {
      EmbeddedDatabase database = EmbeddedDatabase.start(folder);
      return new Database(
          database.jdbcUrl(), database.user(), database.superuser(), database::close);
    }
  }

  /**
   * Starts it with the fictional content of tests on a migrated database that the test starts and
   * stops. One address may send many reports.
   */
  public static Installation startOn(DistributionPostgres cluster, Path folder) throws IOException {
    Map<String, String> settings = new HashMap<>(FastStartSettings.environment());
    settings.put("PORTAL_ABUSE_MINIMUM_FORM_AGE", "0S");
    Database database =
        new Database(cluster.jdbcUrl(), "portal_all", cluster.superuser(), () -> {});
    return start(folder, TestRegion.REGION, settings, true, database);
  }

  /** Starts it with the {@linkplain FastStartSettings fictional content} of tests. */
  public static Installation start(Path folder) throws IOException {
    return start(folder, TestRegion.REGION, FastStartSettings.environment(), true);
  }

  /** Starts it with the packaged content, as an installation without its own content does. */
  public static Installation startWithPackagedContent(Path folder) throws IOException {
    return startWithPackagedContent(folder, Map.of(), true);
  }

  /**
   * Starts it with the packaged content, without Keycloak, and with the JVM options of the image
   * instead of those of tests.
   */
  public static Installation startAsShipped(Path folder) throws IOException {
    return start(
        folder,
        Region.read(Path.of("content/region")),
        Map.of(),
        false,
        Database.embedded(folder.resolve("database")),
        SHIPPED_OPTIONS);
  }

  /**
   * Starts it with the packaged content and without Keycloak, so that nobody can log in at the
   * desk.
   *
   * @param settings environment variables for other settings
   */
  public static Installation startWithPackagedContentOnly(Path folder, Map<String, String> settings)
      throws IOException {
    return startWithPackagedContent(folder, settings, false);
  }

  /**
   * Starts it with the {@linkplain FastStartSettings fictional content} of tests and without
   * Keycloak.
   *
   * @param settings environment variables for other settings
   */
  public static Installation startWithoutLogin(Path folder, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.putAll(FastStartSettings.environment());
    return start(folder, TestRegion.REGION, environment, false);
  }

  private static Installation startWithPackagedContent(
      Path folder, Map<String, String> settings, boolean withLogin) throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("PORTAL_BROTLI_QUALITY", "4");
    return start(folder, Region.read(Path.of("content/region")), environment, withLogin);
  }

  private static Installation start(
      Path folder, Region region, Map<String, String> content, boolean withLogin)
      throws IOException {
    return start(folder, region, content, withLogin, Database.embedded(folder.resolve("database")));
  }

  private static Installation start(
      Path folder, Region region, Map<String, String> content, boolean withLogin, Database database)
      throws IOException {
    return start(folder, region, content, withLogin, database, TEST_OPTIONS);
  }

  private static Installation start(
      Path folder,
      Region region,
      Map<String, String> content,
      boolean withLogin,
      Database database,
      List<String> javaOptions)
      throws IOException {
    int port = LocalPorts.findFree();
    URI issuer =
        withLogin
            ? SharedKeycloak.realm("installation-" + port, region, "http://localhost:" + port)
            : null;
    KeyFolder.createIfMissing(folder.resolve("keys"), region.ids());
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(javaOptions);
    MailServer.start()
        .forEach(
            (name, value) -> {
              Matcher municipality = MAIL_OF_MUNICIPALITY.matcher(name);
              if (!municipality.matches() || region.byId(municipality.group(1)).isPresent()) {
                command.add("-D" + name + "=" + value);
              }
            });
    command.add("-Dportal.jobs.every=2s");
    command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(TestOutput.file("installation.log").toFile()));
    builder.environment().putAll(content);
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("PORTAL_DEMO", "true"),
                Map.entry("PORTAL_PUBLIC_URL", "http://localhost:" + port),
                Map.entry("PORTAL_KEYS_DIRECTORY", folder.resolve("keys/public").toString()),
                Map.entry(
                    "PORTAL_KEYS_PRIVATE_DIRECTORY", folder.resolve("keys/private").toString()),
                Map.entry("QUARKUS_HTTP_HOST", "0.0.0.0"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.user()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", ""),
                Map.entry(
                    "QUARKUS_OIDC_AUTH_SERVER_URL",
                    issuer == null ? "http://127.0.0.1:9/realms/none" : issuer.toString()),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", SharedKeycloak.SECRET)));
    Process process = builder.start();
    Installation site = new Installation(port, database, issuer, process);
    try {
      TestTimeout.await().until(() -> site.isReady() || !process.isAlive());
      assertThat(process.isAlive()).as("the application runs; see installation.log").isTrue();
      return site;
    } catch (RuntimeException | AssertionError failure) {
      site.close(); // leaves nothing running
      throw failure;
    }
  }

  public String url() {
    return "http://localhost:" + port;
  }

  public int port() {
    return port;
  }

  /** The process of the application. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** JDBC URL of the database. */
  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  public String databaseSuperuser() {
    return database.superuser();
  }

  /** Issuer URL of its login provider. */
  URI issuer() {
    return Objects.requireNonNull(issuer, "started without login");
  }

  private boolean isReady() {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(URI.create(url() + "/q/health/ready")).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    database.close().run();
    MailServer.stop();
  }
}

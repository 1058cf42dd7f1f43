package nl.uitweg.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.region.RealmFile;
import nl.uitweg.region.Region;

/**
 * A real Keycloak server as a child process, with an in-memory database. The realm is imported at
 * every start.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUILT_MARKER = "uitweg.built";
  private static final String LOCK_FILE = "uitweg.lock";

  /** Options that Keycloak accepts at build time only. The database is in memory. */
  private static final List<String> BUILD_OPTIONS = List.of("--db=dev-mem");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final URI issuer;

  private EmbeddedKeycloak(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * Settings of the server.
   *
   * @param home folder of the unpacked distribution
   * @param shippedRealm the realm file without municipalities
   * @param region the region whose groups and demo users are imported
   * @param log log file for the output
   * @param port HTTP port of the server
   * @param deskUrl base URL of the desk, to which the login may redirect
   * @param clientSecret secret with which the desk authenticates
   * @param kind whether the realm requires a second factor
   * @param environment additional environment variables, for example an account for the admin API
   */
  public record Settings(
      Path home,
      Path shippedRealm,
      Region region,
      Path log,
      int port,
      String deskUrl,
      String clientSecret,
      Kind kind,
      Map<String, String> environment) {}

  /** Which realm is imported. */
  public enum Kind {
    /** The realm of the demo: a password is sufficient. */
    DEMO,
    /** The realm of installations: every user must set up and use a second factor. */
    SHIPPED
  }

  /**
   * Starts the server, which is built first when it has not been built yet. Does not wait until
   * login works; see {@link #isReady()}.
   */
  public static EmbeddedKeycloak start(Settings settings) {
    try {
      Files.createDirectories(settings.log().toAbsolutePath().getParent());
      prepare(settings);
      Process process =
          startKc(
              settings,
              List.of(
                  "start",
                  "--optimized",
                  "--cache=local", // so that two servers on one machine do not form a cluster
                  "--import-realm",
                  "--http-enabled=true",
                  "--http-host=127.0.0.1",
                  "--http-port=" + settings.port(),
                  "--hostname=http://localhost:" + settings.port()));
      return new EmbeddedKeycloak(process, issuer(settings.port()));
    } catch (IOException e) {
      throw new DemoException("Keycloak cannot be started: " + e.getMessage(), e);
    }
  }

  /** Issuer URL of the realm. */
  public static URI issuer(int port) {
    return URI.create("http://localhost:" + port + "/realms/uitweg");
  }

  /** Copies the realm files and builds the server; waits for another process that is doing so. */
  private static synchronized void prepare(Settings settings) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            settings.home().resolve(LOCK_FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      file.lock(); // until the file is closed
      copyRealmFiles(settings);
      if (!Files.exists(settings.home().resolve(BUILT_MARKER))) {
        build(settings);
      }
    }
  }

  private static void copyRealmFiles(Settings settings) throws IOException {
    Path target = Files.createDirectories(settings.home().resolve("data/import"));
    Path temporary = settings.home().resolve("uitweg-import.tmp");
    JSON.writeValue(
        temporary.toFile(),
        switch (settings.kind()) {
          case DEMO -> DemoRealm.of(settings.shippedRealm(), settings.region());
          case SHIPPED -> RealmFile.of(settings.shippedRealm(), settings.region());
        });
    move(temporary, target.resolve("uitweg-realm.json"));
    JSON.writeValue(temporary.toFile(), DemoUsers.of(settings.region()));
    move(temporary, target.resolve("uitweg-users-0.json"));
  }

  /** Replaces the file atomically, because another server may be importing it. */
  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void build(Settings settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("build"));
    arguments.addAll(BUILD_OPTIONS);
    try {
      int exit = startKc(settings, arguments).waitFor();
      if (exit != 0) {
        throw new DemoException("Keycloak cannot be built; see " + settings.log());
      }
      Files.writeString(settings.home().resolve(BUILT_MARKER), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("Interrupted while Keycloak was being built.", e);
    }
  }

  private static Process startKc(Settings settings, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(settings.home().resolve("bin/kc.sh").toAbsolutePath().toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "UITWEG_OIDC_SECRET", settings.clientSecret(),
                "UITWEG_BACKOFFICE_URL", settings.deskUrl(),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"));
    builder.environment().putAll(settings.environment());
    return builder.start();
  }

  /** Whether the realm can be used for login. */
  public boolean isReady() {
    return isReady(issuer);
  }

  /** Whether the realm with this issuer URL can be used for login. */
  public static boolean isReady(URI issuer) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public URI issuer() {
    return issuer;
  }

  Process process() {
    return process;
  }

  /** The process of the server. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    ChildProcesses.stop(process);
  }
}

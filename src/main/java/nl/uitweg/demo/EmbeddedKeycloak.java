package nl.uitweg.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak with its realm in memory, as a child process; the realm is imported anew at every
 * start.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

  private static final String BUILT = "uitweg.built-alone";

  /** In memory and without a cluster, so that two of them on one machine never meet. */
  private static final List<String> BUILD_OPTIONS = List.of("--db=dev-mem", "--cache=local");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final URI issuer;

  private EmbeddedKeycloak(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * @param home unpacked distribution
   * @param realms folder with the realm file and a folder {@code demo} with its users
   * @param log file for the output
   * @param siteUrl address of the site, to which login may return
   * @param kind the realm as it is shipped, or without a second factor
   * @param environment what tests want besides, such as an account for the admin API
   */
  public record Settings(
      Path home,
      Path realms,
      Path log,
      int port,
      String siteUrl,
      String clientSecret,
      Kind kind,
      Map<String, String> environment) {}

  /** Which realm is imported. */
  public enum Kind {
    /** As the demo has it: a password is enough. */
    DEMO,
    /** As installations have it: everyone sets up and uses a second factor. */
    SHIPPED
  }

  /** Starts and returns at once; {@link #ready} says when login works. */
  public static EmbeddedKeycloak start(Settings settings) {
    try {
      copyRealms(settings);
      Files.createDirectories(settings.log().toAbsolutePath().getParent());
      if (!Files.exists(settings.home().resolve(BUILT))) {
        build(settings);
      }
      Process process =
          kc(
              settings,
              List.of(
                  "start",
                  "--optimized",
                  "--import-realm",
                  "--http-enabled=true",
                  "--http-host=127.0.0.1",
                  "--http-port=" + settings.port(),
                  "--hostname=http://localhost:" + settings.port()));
      return new EmbeddedKeycloak(process, issuer(settings.port()));
    } catch (IOException e) {
      throw new DemoProblem("Keycloak does not start: " + e.getMessage(), e);
    }
  }

  /** Address of the realm for the application. */
  public static URI issuer(int port) {
    return URI.create("http://localhost:" + port + "/realms/uitweg");
  }

  private static void copyRealms(Settings settings) throws IOException {
    Path target = Files.createDirectories(settings.home().resolve("data/import"));
    Path shipped = settings.realms().resolve("uitweg-realm.json");
    Path realm = target.resolve("uitweg-realm.json");
    switch (settings.kind()) {
      case DEMO -> DemoRealm.write(shipped, realm);
      case SHIPPED -> Files.copy(shipped, realm, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.copy(
        settings.realms().resolve("demo/uitweg-users-0.json"),
        target.resolve("uitweg-users-0.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void build(Settings settings) throws IOException {
    List<String> arguments = new java.util.ArrayList<>(List.of("build"));
    arguments.addAll(BUILD_OPTIONS);
    try {
      int exit = kc(settings, arguments).waitFor();
      if (exit != 0) {
        throw new DemoProblem("Keycloak cannot be prepared; see " + settings.log());
      }
      Files.writeString(settings.home().resolve(BUILT), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoProblem("Interrupted while Keycloak was prepared.", e);
    }
  }

  private static Process kc(Settings settings, List<String> arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>();
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
                "UITWEG_BACKOFFICE_URL", settings.siteUrl(),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"));
    builder.environment().putAll(settings.environment());
    return builder.start();
  }

  /** Whether the realm answers. */
  public boolean ready() {
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

  Process process() {
    return process;
  }

  @Override
  public void close() {
    Children.stop(process);
  }
}

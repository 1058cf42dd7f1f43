package nl.uitweg.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application as a child process, configured through environment variables. */
final class ApplicationProcess implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final String url;

  private ApplicationProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Settings of the process.
   *
   * @param tier {@code public}, {@code backoffice} or {@code all}. Each tier logs in to the
   *     database with its own role.
   * @param port HTTP port of the process
   * @param keys folder with the key files; the public tier gets only the public ones
   * @param region folder of another region than the packaged one
   * @param loginPort port of Keycloak
   * @param clientSecret secret with which the desk authenticates at Keycloak
   */
  record Settings(
      String tier,
      int port,
      Path keys,
      Optional<Path> region,
      int loginPort,
      String clientSecret) {}

  /** Starts the packaged application. */
  static ApplicationProcess start(Settings settings, EmbeddedDatabase database) {
    return start(
        settings, database, List.of("-Xmx384m", "-jar", "target/quarkus-app/quarkus-run.jar"));
  }

  /**
   * Starts the application.
   *
   * @param arguments arguments of {@code java}
   */
  static ApplicationProcess start(
      Settings settings, EmbeddedDatabase database, List<String> arguments) {
    String url = "http://localhost:" + settings.port();
    Map<String, String> environment = new HashMap<>();
    environment.put("PORTAL_TIER", settings.tier());
    environment.put("PORTAL_DEMO", "true");
    environment.put("PORTAL_PUBLIC_URL", url);
    environment.put("PORTAL_KEYS_DIRECTORY", settings.keys().resolve("public").toString());
    settings
        .region()
        .ifPresent(
            folder ->
                environment.put("PORTAL_REGION_DIRECTORY", folder.toAbsolutePath().toString()));
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", "portal_" + settings.tier());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "");
    if (settings.tier().equals("public")) {
      environment.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    } else {
      environment.put(
          "PORTAL_KEYS_PRIVATE_DIRECTORY", settings.keys().resolve("private").toString());
      environment.put(
          "QUARKUS_OIDC_AUTH_SERVER_URL", EmbeddedKeycloak.issuer(settings.loginPort()).toString());
      environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", settings.clientSecret());
    }
    // Keycloak starts after the application, which would otherwise log warnings about that.
    environment.put("QUARKUS_LOG_CATEGORY__IO_QUARKUS_OIDC__LEVEL", "ERROR");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(environment);
    try {
      return new ApplicationProcess(builder.start(), url);
    } catch (IOException e) {
      throw new DemoException("The application cannot be started: " + e.getMessage(), e);
    }
  }

  /** Whether the readiness check succeeds. */
  boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
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

  String url() {
    return url;
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    ChildProcesses.stop(process);
  }
}

package nl.uitweg.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * @param keys folder with the key files; the public tier gets only the public ones
   */
  record Settings(String tier, int port, Path keys, int loginPort, String clientSecret) {}

  static ApplicationProcess start(Settings site, EmbeddedDatabase database) {
    String url = "http://localhost:" + site.port();
    Map<String, String> settings = new HashMap<>();
    settings.put("PORTAL_TIER", site.tier());
    settings.put("PORTAL_DEMO", "true");
    settings.put("PORTAL_PUBLIC_URL", url);
    settings.put("PORTAL_KEYS_DIRECTORY", site.keys().resolve("public").toString());
    settings.put("QUARKUS_HTTP_HOST", "localhost");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(site.port()));
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_USERNAME", "portal_" + site.tier());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", "");
    if (site.tier().equals("public")) {
      settings.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    } else {
      settings.put("PORTAL_KEYS_PRIVATE_DIRECTORY", site.keys().resolve("private").toString());
      settings.put(
          "QUARKUS_OIDC_AUTH_SERVER_URL", EmbeddedKeycloak.issuer(site.loginPort()).toString());
      settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", site.clientSecret());
    }
    // Keycloak is started after the application; suppresses warnings about that.
    settings.put("QUARKUS_LOG_CATEGORY__IO_QUARKUS_OIDC__LEVEL", "ERROR");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx384m",
                    "-jar",
                    "target/quarkus-app/quarkus-run.jar"))
            .inheritIO();
    builder.environment().putAll(settings);
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

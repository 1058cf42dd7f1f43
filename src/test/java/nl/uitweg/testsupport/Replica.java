package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.uitweg.demo.LocalPorts;

/** A process of the public tier or the desk; several replicas share one database. */
public record Replica(int port, Process process) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public static Replica start(Path folder, String jdbcUrl) throws IOException {
    return start(folder, jdbcUrl, Map.of());
  }

  /** Starts a replica with more settings, as environment variables. */
  public static Replica start(Path folder, String jdbcUrl, Map<String, String> moreSettings)
      throws IOException {
    String chosenPort = moreSettings.get("QUARKUS_HTTP_PORT");
    int port = chosenPort == null ? LocalPorts.findFree() : Integer.parseInt(chosenPort);
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "@src/test/java-options",
                "-XX:+ExitOnOutOfMemoryError", // as in the Dockerfile
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(TestOutput.file("replicas.log").toFile()));
    Map<String, String> settings = builder.environment();
    settings.putAll(FastStartSettings.environment());
    settings.put("PORTAL_TIER", "public");
    settings.put("PORTAL_DEMO", "true");
    // One address fills in many forms at once; FloodTest tests the limits of an installation.
    settings.put("PORTAL_ABUSE_MINIMUM_FORM_AGE", "0S");
    settings.put("PORTAL_ABUSE_REPORTS", "100000");
    settings.put("PORTAL_ABUSE_ALL_REPORTS", "100000");
    settings.put("PORTAL_PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("PORTAL_KEYS_DIRECTORY", folder.resolve("keys/public").toString());
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
    settings.put("QUARKUS_DATASOURCE_USERNAME", "portal_public");
    settings.put("QUARKUS_DATASOURCE_PASSWORD", "");
    settings.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    settings.putAll(moreSettings);
    return new Replica(port, builder.start());
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public boolean isReady() {
    return status("/q/health/ready") == 200;
  }

  /** Status of the response to a GET request; 0 when there is no response. */
  public int status(String path) {
    try {
      return get(path).statusCode();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url() + path)));
  }

  /** Kills the process and waits until it has ended. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits until the process is ready; fails when it ends instead. */
  public void await() {
    TestTimeout.await().until(() -> isReady() || !process.isAlive());
    assertThat(process.isAlive())
        .as("the replica runs; see %s", TestOutput.file("replicas.log"))
        .isTrue();
  }

  public HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(TestTimeout.LIMIT).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package nl.uitweg.bench.standby;

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
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.testsupport.TestTimeout;

/** A process of the packaged application with one tier, on the loopback address. */
record TierProcess(int port, Process process) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** A visitor, or a load balancer, tries another replica after this time. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * Starts a replica.
   *
   * @param application folder {@code quarkus-app} of the version to start
   * @param settings environment variables
   */
  static TierProcess start(Path application, Path log, Map<String, String> settings)
      throws IOException {
    int port = LocalPorts.findFree();
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx320m",
                "@src/test/java-options",
                "-jar",
                application.resolve("quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    builder.environment().put("PORTAL_PUBLIC_URL", "http://127.0.0.1:" + port);
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return new TierProcess(port, builder.start());
  }

  /** Settings of a replica of the public tier. */
  static Map<String, String> publicTier(String jdbcUrl, Path keys) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PORTAL_TIER", "public");
    settings.put("PORTAL_DEMO", "true");
    settings.put("PORTAL_BROTLI_QUALITY", "4");
    // One address fills in many forms at once.
    settings.put("PORTAL_ABUSE_MINIMUM_FORM_AGE", "0S");
    settings.put("PORTAL_ABUSE_REPORTS", "100000");
    settings.put("PORTAL_ABUSE_ALL_REPORTS", "100000");
    settings.put("PORTAL_KEYS_DIRECTORY", keys.resolve("public").toString());
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
    settings.put("QUARKUS_DATASOURCE_USERNAME", "portal_public");
    settings.put("QUARKUS_DATASOURCE_PASSWORD", PatroniCluster.PASSWORD);
    settings.put("QUARKUS_OIDC_TENANT_ENABLED", "false");
    return settings;
  }

  /** Settings of a replica of the desk, to which nobody can log in. */
  static Map<String, String> desk(String jdbcUrl, Path keys, int mailPort) {
    Map<String, String> settings = publicTier(jdbcUrl, keys);
    settings.remove("QUARKUS_OIDC_TENANT_ENABLED");
    settings.put("PORTAL_TIER", "backoffice");
    settings.put("PORTAL_KEYS_PRIVATE_DIRECTORY", keys.resolve("private").toString());
    settings.put("QUARKUS_DATASOURCE_USERNAME", "portal_backoffice");
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:9/realms/none");
    settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", "nobody-logs-in-nobody-logs-in-nobody");
    settings.put("PORTAL_JOBS_EVERY", "2S");
    settings.put("PORTAL_JOBS_DELAY", "2S");
    settings.put("PORTAL_JOBS_PURGE_EVERY", "5S");
    settings.put("PORTAL_NOTIFICATION_AUDITOR", "auditor@example.test");
    settings.put("PORTAL_NOTIFICATION_DAILY_AT", "00:00");
    settings.put("QUARKUS_MAILER_MOCK", "false");
    settings.put("QUARKUS_MAILER_FROM", "uitweg@example.test");
    settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    settings.put("QUARKUS_MAILER_PORT", Integer.toString(mailPort));
    return settings;
  }

  /** Waits until it is ready. */
  TierProcess await() {
    TestTimeout.await("a replica").until(() -> isReady() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("A replica ended; see its log.");
    }
    return this;
  }

  private boolean isReady() {
    try {
      return send(HttpRequest.newBuilder(uri("/q/health/ready")).GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The page that answers a form; fails when there is no answer in time. */
  HttpResponse<String> post(String path, String body) throws IOException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Freezes the process: its connections stay open and it does nothing. */
  void freeze() throws IOException {
    signal("STOP");
  }

  /** Lets a frozen process continue. */
  void thaw() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    new ProcessBuilder(List.of("kill", "-s", name, Long.toString(process.pid())))
        .start()
        .onExit()
        .join();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }
}

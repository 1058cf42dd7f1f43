package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.uitweg.desk.officer.LoginProvider;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.intake.ImageCleaner;
import nl.uitweg.report.intake.ScannerState;
import org.eclipse.microprofile.config.Config;

/**
 * Checks whether the components on which the site depends are available. The checks of the login
 * provider and the mail server wait for a few seconds at most, that of the virus scanner as long as
 * a scan may take.
 */
@Singleton
class HealthChecks {

  private static final int LOGIN_TIMEOUT_SECONDS = 3;
  private static final int MAIL_CONNECT_TIMEOUT_MILLIS = 2_000;
  private static final int DEFAULT_MAIL_PORT = 25;
  private static final long MIN_FREE_DISK_BYTES = 1_000_000_000;
  private static final double BYTES_PER_GIGABYTE = 1e9;

  private final DatabaseStateStore database;
  private final LoginProvider login;
  private final ScannerState scanner;
  private final ImageCleaner cleaner;
  private final Config config;

  HealthChecks(
      DatabaseStateStore database,
      LoginProvider login,
      ScannerState scanner,
      ImageCleaner cleaner,
      Config config) {
    this.database = database;
    this.login = login;
    this.scanner = scanner;
    this.cleaner = cleaner;
    this.config = config;
  }

  /**
   * The state of one component on which the site depends.
   *
   * @param needsAttention whether an administrator should look at it
   */
  record Component(String name, String state, boolean needsAttention) {}

  /** Runs all checks, in the caller's transaction. */
  List<Component> all(Texts texts) {
    return List.of(
        component("database", Optional.of(database.isAvailable()), texts),
        component("login", Optional.of(isLoginAvailable()), texts),
        component("mail", isMailAvailable(), texts),
        component("scanner", scanner.isReachable(), texts),
        component("images", Optional.of(cleaner.isAvailable()), texts),
        diskSpace(texts));
  }

  private static Component component(String name, Optional<Boolean> available, Texts texts) {
    String state =
        available
            .map(responds -> responds ? "answers" : "does-not-answer")
            .orElse("not-configured");
    return new Component(
        texts.get("administration.health-" + name),
        texts.get("administration." + state),
        !available.orElse(true));
  }

  private boolean isLoginAvailable() {
    try {
      return login
          .isAvailable()
          .toCompletionStage()
          .toCompletableFuture()
          .get(LOGIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private Optional<Boolean> isMailAvailable() {
    return config
        .getOptionalValue("quarkus.mailer.host", String.class)
        .map(
            host -> {
              int port =
                  config
                      .getOptionalValue("quarkus.mailer.port", Integer.class)
                      .orElse(DEFAULT_MAIL_PORT);
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), MAIL_CONNECT_TIMEOUT_MILLIS);
                return true;
              } catch (IOException e) {
                return false;
              }
            });
  }

  /**
   * Free space in the temporary directory, where uploaded files are kept, sealed, while they are
   * received.
   */
  private static Component diskSpace(Texts texts) {
    String name = texts.get("administration.health-disk");
    try {
      long freeBytes =
          Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).getUsableSpace();
      return new Component(
          name,
          texts.get("administration.disk-free", freeBytes / BYTES_PER_GIGABYTE),
          freeBytes < MIN_FREE_DISK_BYTES);
    } catch (IOException e) {
      return new Component(name, texts.get("administration.does-not-answer"), true);
    }
  }
}

package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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

/** Asks what the site leans on whether it is there; each within some seconds. */
@Singleton
class Health {

  private static final int SECONDS = 3;
  private static final int MILLIS = 2_000;
  private static final int MAIL_PORT = 25;
  private static final long ENOUGH = 1_000_000_000;
  private static final double GIGABYTE = 1e9;

  private final EntityManager database;
  private final LoginProvider login;
  private final ScannerState scanner;
  private final ImageCleaner cleaner;
  private final Config config;

  Health(
      EntityManager database,
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
   * One thing the site leans on.
   *
   * @param wrong whether someone should look at it
   */
  record Part(String name, String state, boolean wrong) {}

  /** In the caller's transaction. */
  List<Part> all(Texts texts) {
    return List.of(
        part("database", Optional.of(databaseAnswers()), texts),
        part("login", Optional.of(loginAnswers()), texts),
        part("mail", mailAnswers(), texts),
        part("scanner", scanner.isReachable(), texts),
        part("images", Optional.of(cleaner.isAvailable()), texts),
        disk(texts));
  }

  private static Part part(String name, Optional<Boolean> answers, Texts texts) {
    String state = answers.map(yes -> yes ? "answers" : "does-not-answer").orElse("not-configured");
    return new Part(
        texts.get("administration.health-" + name),
        texts.get("administration." + state),
        !answers.orElse(true));
  }

  private boolean databaseAnswers() {
    return database.createNativeQuery("select 1").getSingleResult() != null;
  }

  private boolean loginAnswers() {
    try {
      return login
          .answers()
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private Optional<Boolean> mailAnswers() {
    return config
        .getOptionalValue("quarkus.mailer.host", String.class)
        .map(
            host -> {
              int port =
                  config.getOptionalValue("quarkus.mailer.port", Integer.class).orElse(MAIL_PORT);
              try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), MILLIS);
                return true;
              } catch (IOException e) {
                return false;
              }
            });
  }

  /** Where files wait, sealed, while they arrive. */
  private static Part disk(Texts texts) {
    String name = texts.get("administration.health-disk");
    try {
      long free =
          Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).getUsableSpace();
      return new Part(name, texts.get("administration.disk-free", free / GIGABYTE), free < ENOUGH);
    } catch (IOException e) {
      return new Part(name, texts.get("administration.does-not-answer"), true);
    }
  }
}

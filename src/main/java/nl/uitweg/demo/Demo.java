package nl.uitweg.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.uitweg.language.Packaged;
import nl.uitweg.region.Region;
import nl.uitweg.sealing.KeyFolder;

/** Starts everything for a look around, and stops everything again. Never for real reports. */
public final class Demo {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final long POLL_NANOS = 200_000_000L;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Demo() {}

  public static void main(String[] arguments) {
    Demo demo = new Demo();
    try {
      Options options = Options.parse(List.of(arguments));
      if (options.help()) {
        OUT.print(Options.HELP);
        return;
      }
      Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "stop"));
      demo.run(options);
    } catch (DemoProblem problem) {
      OUT.println(problem.getMessage());
      System.exit(2);
    }
  }

  private void run(Options options) {
    if (!Ports.free(options.port())) {
      throw new DemoProblem(
          "Port "
              + options.port()
              + " is taken; stop what uses it, or choose another with --port.");
    }
    Path data = options.data().toAbsolutePath();
    OUT.println("Starting the database …");
    EmbeddedDatabase database = keep(EmbeddedDatabase.start(data.resolve("database")));
    write(data.resolve("database.url"), database.jdbcUrl());
    Region region = Packaged.folder("content", Region::read);
    KeyFolder.createIfMissing(data.resolve("keys"), region.ids());
    int loginPort = Ports.freeFrom(options.port() + 1);
    String secret = secret();
    Site site = keep(Site.start(options.port(), database, data.resolve("keys"), loginPort, secret));
    await(site.process(), "The site", site::ready);
    OUT.println(Banner.of(site.url()));
    EmbeddedKeycloak keycloak =
        keep(
            EmbeddedKeycloak.start(
                new EmbeddedKeycloak.Settings(
                    Path.of(System.getProperty("keycloak.home", ".cache/keycloak")),
                    Path.of("deploy/keycloak"),
                    data.resolve("keycloak.log"),
                    loginPort,
                    site.url(),
                    secret)));
    await(
        keycloak.process(), "Keycloak (see " + data.resolve("keycloak.log") + ")", keycloak::ready);
    OUT.println("Login is ready: " + site.url() + "/backoffice");
    watch(site.process(), keycloak.process());
  }

  private static void watch(Process site, Process keycloak) {
    while (site.isAlive() && keycloak.isAlive()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new DemoProblem(
        (site.isAlive() ? "Keycloak" : "The site") + " ended; stopping the rest.");
  }

  private static void await(Process process, String name, BooleanSupplier ready) {
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new DemoProblem(name + " ended while it was starting.");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private synchronized <T extends AutoCloseable> T keep(T child) {
    started.push(child);
    return child;
  }

  private synchronized void stop() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        OUT.println("Stopping: " + e.getMessage());
      }
    }
  }

  /** For commands that need the database of the demo, such as {@code bin/audit}. */
  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new DemoProblem("The file " + file + " cannot be written.", e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

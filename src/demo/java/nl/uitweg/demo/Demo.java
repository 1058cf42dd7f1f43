package nl.uitweg.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Main class of {@code bin/run}: starts the database, the application and Keycloak for a demo, and
 * stops them. Never to be used for real reports.
 */
@Command(
    name = "bin/run",
    description = "Starts the demo: database, site and login, without any configuration.",
    footer = "Ctrl-C stops everything that was started.")
public final class Demo implements Runnable {

  private static final PrintStream OUT = CommandLines.OUT;
  private static final long POLL_NANOS = 200_000_000L;

  @Mixin private final DemoOptions options = new DemoOptions();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private Demo() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new Demo()).execute(arguments));
  }

  @Override
  public void run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    if (!LocalPorts.isFree(options.port())) {
      throw new DemoException(
          "Port "
              + options.port()
              + " is in use; stop the process that uses it, or choose another port with --port.");
    }
    Path data = options.data.toAbsolutePath();
    OUT.println("Starting the database …");
    EmbeddedDatabase database = register(EmbeddedDatabase.start(data.resolve("database")));
    write(data.resolve("database.url"), database.jdbcUrl());
    Region region =
        options.region.map(Region::read).orElseGet(() -> RegionFolder.read(Region::read));
    KeyFolder.createIfMissing(data.resolve("keys"), region.ids());
    int loginPort = LocalPorts.findFree(options.port() + 1);
    String secret = randomSecret();
    int deskPort = options.twoTiers ? LocalPorts.findFree(options.port() + 2) : options.port();
    ApplicationProcess desk =
        register(
            ApplicationProcess.start(
                new ApplicationProcess.Settings(
                    options.twoTiers ? "backoffice" : "all",
                    deskPort,
                    data.resolve("keys"),
                    options.region,
                    loginPort,
                    secret),
                database));
    await(desk.process(), "The application", desk::isReady);
    ApplicationProcess site = desk;
    if (options.twoTiers) {
      site =
          register(
              ApplicationProcess.start(
                  new ApplicationProcess.Settings(
                      "public",
                      options.port(),
                      data.resolve("keys"),
                      options.region,
                      loginPort,
                      secret),
                  database));
      await(site.process(), "The public site", site::isReady);
    }
    OUT.println(DemoBanner.of(site.url(), desk.url(), region));
    EmbeddedKeycloak keycloak =
        register(
            EmbeddedKeycloak.start(
                new EmbeddedKeycloak.Settings(
                    Path.of(System.getProperty("keycloak.home", ".cache/keycloak")),
                    Path.of("deploy/keycloak/uitweg-realm.json"),
                    region,
                    data.resolve("keycloak.log"),
                    loginPort,
                    desk.url(),
                    secret,
                    EmbeddedKeycloak.Kind.DEMO,
                    Map.of())));
    await(
        keycloak.process(),
        "Keycloak (see " + data.resolve("keycloak.log") + ")",
        keycloak::isReady);
    OUT.println("Login is ready: " + desk.url() + "/backoffice");
    awaitEnd(List.of(site.process(), desk.process(), keycloak.process()));
  }

  private static void awaitEnd(List<Process> processes) {
    while (processes.stream().allMatch(Process::isAlive)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new DemoException("A process of the demo ended unexpectedly; stopping the others.");
  }

  private static void await(Process process, String name, BooleanSupplier ready) {
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new DemoException(name + " ended while it was starting.");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private synchronized <T extends AutoCloseable> T register(T child) {
    started.push(child);
    return child;
  }

  private synchronized void stop() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        OUT.println("Error while stopping: " + e.getMessage());
      }
    }
  }

  /** Writes a file for commands that need the database of the demo, such as {@code bin/audit}. */
  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new DemoException("The file " + file + " cannot be written.", e);
    }
  }

  private static String randomSecret() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

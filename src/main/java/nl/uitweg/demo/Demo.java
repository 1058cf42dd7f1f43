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
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;

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
    Region region = PackagedFolder.read("content", Region::read);
    KeyFolder.createIfMissing(data.resolve("keys"), region.ids());
    int loginPort = Ports.freeFrom(options.port() + 1);
    String secret = secret();
    int deskPort = options.twoTiers() ? Ports.freeFrom(options.port() + 2) : options.port();
    Site desk =
        keep(
            Site.start(
                new Site.Settings(
                    options.twoTiers() ? "backoffice" : "all",
                    deskPort,
                    data.resolve("keys"),
                    loginPort,
                    secret),
                database));
    await(desk.process(), "The site", desk::ready);
    Site site = desk;
    if (options.twoTiers()) {
      site =
          keep(
              Site.start(
                  new Site.Settings(
                      "public", options.port(), data.resolve("keys"), loginPort, secret),
                  database));
      await(site.process(), "The public site", site::ready);
    }
    OUT.println(Banner.of(site.url(), desk.url()));
    EmbeddedKeycloak keycloak =
        keep(
            EmbeddedKeycloak.start(
                new EmbeddedKeycloak.Settings(
                    Path.of(System.getProperty("keycloak.home", ".cache/keycloak")),
                    Path.of("deploy/keycloak"),
                    data.resolve("keycloak.log"),
                    loginPort,
                    desk.url(),
                    secret,
                    EmbeddedKeycloak.Kind.DEMO,
                    Map.of())));
    await(
        keycloak.process(), "Keycloak (see " + data.resolve("keycloak.log") + ")", keycloak::ready);
    OUT.println("Login is ready: " + desk.url() + "/backoffice");
    watch(List.of(site.process(), desk.process(), keycloak.process()));
  }

  private static void watch(List<Process> processes) {
    while (processes.stream().allMatch(Process::isAlive)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    throw new DemoProblem("A part of the demo ended by itself; stopping the rest.");
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

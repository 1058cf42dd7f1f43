package nl.uitweg.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private final DemoOptions options = new DemoOptions();

  @Option(
      names = "--two-tiers",
      description = "Public site and desk as two processes, each with its own database login.")
  private boolean twoTiers;

  private final DemoProcesses processes = new DemoProcesses(OUT);

  private Demo() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new Demo()).execute(arguments));
  }

  @Override
  public void run() {
    processes.stopAtExit();
    options.requireFreePort();
    Path data = options.data.toAbsolutePath();
    OUT.println("Starting the database …");
    EmbeddedDatabase database =
        processes.register(EmbeddedDatabase.start(data.resolve("database")));
    write(data.resolve("database.url"), database.jdbcUrl());
    Region region =
        options.region.map(Region::read).orElseGet(() -> RegionFolder.read(Region::read));
    KeyFolder.createIfMissing(data.resolve("keys"), region.ids());
    int loginPort = LocalPorts.findFree(options.port() + 1);
    String secret = randomSecret();
    int deskPort = twoTiers ? LocalPorts.findFree(options.port() + 2) : options.port();
    ApplicationProcess desk =
        processes.register(
            ApplicationProcess.start(
                new ApplicationProcess.Settings(
                    twoTiers ? "backoffice" : "all",
                    deskPort,
                    data.resolve("keys"),
                    options.region,
                    loginPort,
                    secret),
                database));
    DemoProcesses.await(desk.process(), "The application", desk::isReady);
    ApplicationProcess site = desk;
    if (twoTiers) {
      site =
          processes.register(
              ApplicationProcess.start(
                  new ApplicationProcess.Settings(
                      "public",
                      options.port(),
                      data.resolve("keys"),
                      options.region,
                      loginPort,
                      secret),
                  database));
      DemoProcesses.await(site.process(), "The public site", site::isReady);
    }
    OUT.println(DemoBanner.of(site.url(), desk.url(), region));
    serveStyleguide(LocalPorts.findFree(options.port() + 3), site.url());
    EmbeddedKeycloak keycloak =
        processes.register(
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
    DemoProcesses.await(
        keycloak.process(),
        "Keycloak (see " + data.resolve("keycloak.log") + ")",
        keycloak::isReady);
    OUT.println("Login is ready: " + desk.url() + "/backoffice");
    processes.awaitEnd(List.of(site.process(), desk.process(), keycloak.process()));
  }

  private static void serveStyleguide(int port, String site) {
    try {
      OUT.println("Style guide: " + Styleguide.serve(port, site));
    } catch (IOException e) {
      throw new DemoException("The style guide cannot be served: " + e.getMessage(), e);
    }
  }

  /** Writes a file for commands that need the database of the demo, such as {@code bin/audit}. */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new DemoException("The file " + file + " cannot be written.", e);
    }
  }

  static String randomSecret() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

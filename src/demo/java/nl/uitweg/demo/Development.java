package nl.uitweg.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.command.CommandLines;
import nl.uitweg.demo.livereload.DevelopmentServer;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Main class of {@code bin/dev}: the demo with an application that shows changed sources within
 * seconds. {@link Demo} is its counterpart with the packaged application.
 */
@Command(
    name = "bin/dev",
    description = {
      "Starts the demo for development: a changed sentence, template, style or class is on the"
          + " screen",
      "within seconds after it is saved. A mistake is reported here with file and line, and the"
          + " site",
      "keeps showing the last valid state. Changes in pom.xml and src/demo need a new start."
    },
    footer = "Ctrl-C stops everything that was started.")
public final class Development implements Runnable {

  private static final PrintStream OUT = CommandLines.OUT;

  @Mixin private final DemoOptions options = new DemoOptions();

  @Option(
      names = "--public",
      description = "Only the public site: no desk and no Keycloak; starts faster.")
  private boolean publicOnly;

  private final DemoProcesses processes = new DemoProcesses(OUT);

  private Development() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new Development()).execute(arguments));
  }

  @Override
  public void run() {
    processes.stopAtExit();
    options.requireFreePort();
    Path data = options.data.toAbsolutePath();
    OUT.println("Starting the database …");
    EmbeddedDatabase database =
        processes.register(EmbeddedDatabase.start(data.resolve("database")));
    Demo.write(data.resolve("database.url"), database.jdbcUrl());
    // From the source folder, because the folder of the last build may be older.
    Region region =
        Region.read(options.region.orElseGet(() -> RegionFolder.in(Path.of("content"))));
    KeyFolder.createIfMissing(data.resolve("keys"), region.ids());
    int loginPort = LocalPorts.findFree(options.port() + 1);
    String secret = Demo.randomSecret();
    ApplicationProcess site =
        processes.register(
            ApplicationProcess.start(
                new ApplicationProcess.Settings(
                    publicOnly ? "public" : "all",
                    options.port(),
                    data.resolve("keys"),
                    options.region,
                    loginPort,
                    secret),
                database,
                javaArguments()));
    DemoProcesses.await(site.process(), "The application", site::isReady);
    List<Process> running = new ArrayList<>(List.of(site.process()));
    if (publicOnly) {
      OUT.println("The public site is ready: " + site.url() + "/");
    } else {
      OUT.println(DemoBanner.of(site.url(), site.url(), region));
      running.add(startLogin(data, region, loginPort, site.url(), secret).process());
    }
    processes.awaitEnd(running);
  }

  private EmbeddedKeycloak startLogin(
      Path data, Region region, int port, String deskUrl, String secret) {
    EmbeddedKeycloak keycloak =
        processes.register(
            EmbeddedKeycloak.start(
                new EmbeddedKeycloak.Settings(
                    Path.of(System.getProperty("keycloak.home", ".cache/keycloak")),
                    Path.of("deploy/keycloak/uitweg-realm.json"),
                    region,
                    data.resolve("keycloak.log"),
                    port,
                    deskUrl,
                    secret,
                    EmbeddedKeycloak.Kind.DEMO,
                    Map.of())));
    DemoProcesses.await(
        keycloak.process(),
        "Keycloak (see " + data.resolve("keycloak.log") + ")",
        keycloak::isReady);
    OUT.println("Login is ready: " + deskUrl + "/backoffice");
    return keycloak;
  }

  /** Compiling for speed of start-up instead of speed of long runs halves the time of a reload. */
  private List<String> javaArguments() {
    return List.of(
        "-Xmx768m",
        "-XX:TieredStopAtLevel=1",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-cp",
        System.getProperty("java.class.path"),
        DevelopmentServer.class.getName(),
        "http://localhost:" + options.port());
  }
}

package nl.uitweg.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nl.uitweg.demo.DemoRealm;
import nl.uitweg.demo.DemoUsers;
import nl.uitweg.demo.EmbeddedKeycloak;
import nl.uitweg.region.Region;

/**
 * One Keycloak for all processes of a test run, because starting it takes as long as many tests.
 * Each process has realms of its own. The first process starts it; {@code bin/test} ends it after
 * the run, and otherwise the process that started it.
 */
final class SharedKeycloak {

  static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";

  private static final Path SHIPPED = Path.of("deploy/keycloak/uitweg-realm.json");
  private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

  private SharedKeycloak() {}

  /** The running server, as recorded in a file. */
  private record Running(int port, String process) {

    private static final Path FILE = FOLDER.resolve("uitweg-keycloak.txt");

    static Optional<Running> read() throws IOException {
      if (!Files.exists(FILE)) {
        return Optional.empty();
      }
      String[] words = Files.readString(FILE).split(" ", 2);
      Running recorded = new Running(Integer.parseInt(words[0]), words[1]);
      long id = Long.parseLong(recorded.process.split(" ", 2)[0]);
      return ProcessHandle.of(id).map(Running::describe).equals(Optional.of(recorded.process))
          ? Optional.of(recorded)
          : Optional.empty();
    }

    void write() throws IOException {
      Files.writeString(FILE, port + " " + process);
    }

    /** Number and start of a process, which together identify it. */
    static String describe(ProcessHandle process) {
      return process.pid() + " " + process.info().startInstant().orElseThrow();
    }
  }

  /**
   * Starts the server unless another process did, and adds a realm in the background.
   *
   * @param realm name of the new realm
   * @param region whose groups and demo users it gets
   * @param site URL of the site, to which a login may redirect
   * @return issuer URL of the realm; see {@link EmbeddedKeycloak#isReady(URI)}
   */
  static URI realm(String realm, Region region, String site) {
    try {
      URI server = EmbeddedKeycloak.issuer(port());
      ObjectNode representation = DemoRealm.of(SHIPPED, region);
      representation.remove("id");
      representation.put("realm", realm);
      representation.set("users", DemoUsers.of(region).get("users"));
      String json = new ObjectMapper().writeValueAsString(representation);
      Thread adding =
          new Thread(
              () -> {
                TestTimeout.await().until(() -> EmbeddedKeycloak.isReady(server));
                new KeycloakAdmin(server).create(json, site, SECRET);
              },
              "add-realm");
      adding.setDaemon(true);
      adding.start();
      return server.resolve("/realms/" + realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized int port() throws IOException {
    try (FileChannel file =
        FileChannel.open(
            FOLDER.resolve("uitweg-keycloak.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      file.lock(); // until the file is closed
      Optional<Running> running = Running.read();
      return running.isPresent() ? running.get().port() : start();
    }
  }

  private static int start() throws IOException {
    int port = FreePort.next();
    EmbeddedKeycloak keycloak =
        EmbeddedKeycloak.start(
            new EmbeddedKeycloak.Settings(
                Path.of(System.getProperty("keycloak.home")),
                SHIPPED,
                TestRegion.REGION,
                TestOutput.file("keycloak.log"),
                port,
                "http://localhost",
                SECRET,
                EmbeddedKeycloak.Kind.DEMO,
                KeycloakAdmin.ACCOUNT));
    new Running(port, Running.describe(keycloak.handle())).write();
    if (System.getenv("UITWEG_TEST_RUN") == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    }
    return port;
  }
}

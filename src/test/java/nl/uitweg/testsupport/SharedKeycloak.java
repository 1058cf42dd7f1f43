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
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.region.Region;

/**
 * One Keycloak for all processes of a test run, because starting it takes as long as many tests.
 * Each process has realms of its own. {@code bin/test} starts it during the build, and otherwise
 * the first process that needs it; who starts it also ends it.
 */
public final class SharedKeycloak {

  /** What the server prints. */
  public static final Path LOG = Path.of("target/keycloak.log");

  static final String SECRET = "only-for-tests-only-for-tests-only-for-tests";

  private static final Path SHIPPED = Path.of("deploy/keycloak/uitweg-realm.json");
  private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

  private SharedKeycloak() {}

  /** The running server, as recorded in a file by whoever started it. */
  private record Running(int port, long process) {

    private static final Path FILE = FOLDER.resolve("uitweg-keycloak.txt");

    static Optional<Running> read() throws IOException {
      if (!Files.exists(FILE)) {
        return Optional.empty();
      }
      String[] words = Files.readString(FILE).strip().split(" ", 2);
      Running recorded = new Running(Integer.parseInt(words[0]), Long.parseLong(words[1]));
      return ProcessHandle.of(recorded.process).isPresent()
          ? Optional.of(recorded)
          : Optional.empty();
    }

    void write() throws IOException {
      Files.writeString(FILE, port + " " + process);
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
      URI server = URI.create("http://localhost:" + port() + "/realms/master");
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
    int port = LocalPorts.findFree();
    EmbeddedKeycloak keycloak =
        EmbeddedKeycloak.start(
            new EmbeddedKeycloak.Settings(
                Path.of(System.getProperty("keycloak.home")),
                SHIPPED,
                TestRegion.REGION,
                LOG,
                port,
                "http://localhost",
                SECRET,
                EmbeddedKeycloak.Kind.DEMO,
                KeycloakAdmin.ACCOUNT));
    new Running(port, keycloak.handle().pid()).write();
    if (System.getenv("UITWEG_TEST_RUN") == null) { // bin/test ends everything that it started
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    }
    return port;
  }
}

package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.demo.LocalPorts;

/**
 * A cluster of the PostgreSQL that Debian packages, which has {@code pg_dump} and {@code
 * pg_restore}; the embedded one has neither. It accepts every local login without a password.
 */
public final class DistributionPostgres implements AutoCloseable {

  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final String SUPERUSER = "postgres";

  private final Path programs;
  private final Path folder;
  private final int port = LocalPorts.findFree();

  private DistributionPostgres(Path programs, Path folder) {
    this.programs = programs;
    this.folder = folder;
  }

  /** Folder with the programs of the newest version; empty when none is installed. */
  public static Optional<Path> programs() {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
          .filter(programs -> Files.isExecutable(programs.resolve("pg_dump")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Creates and starts an empty cluster: without the roles of the application, with one new
   * database {@code uitweg}.
   *
   * @param folder new folder for its data
   */
  public static DistributionPostgres start(Path programs, Path folder)
      throws IOException, InterruptedException, SQLException {
    DistributionPostgres cluster = new DistributionPostgres(programs, folder);
    cluster.run("initdb", "-D", folder, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8");
    cluster.run(
        "pg_ctl",
        "-D",
        folder,
        "-l",
        folder.resolve("log"),
        "-o",
        "-p " + cluster.port + " -k '' -h 127.0.0.1",
        "-w",
        "start");
    try (Connection superuser = cluster.connect("postgres");
        Statement statement = superuser.createStatement()) {
      statement.execute("create database uitweg");
    }
    return cluster;
  }

  /** Runs {@code roles.sql} in the database, as an administrator does. */
  public void createRoles() throws IOException, SQLException {
    execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
  }

  public String jdbcUrl() {
    return jdbcUrl("uitweg");
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** User name of the superuser. */
  public String superuser() {
    return SUPERUSER;
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
  }

  /** Runs SQL as the superuser. */
  public void execute(String sql) throws SQLException {
    try (Connection superuser = connect("uitweg");
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of every row, as text, as the superuser sees it. */
  public List<String> values(String query) throws SQLException {
    try (Connection superuser = connect("uitweg");
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  @Override
  public void close() {
    try {
      run("pg_ctl", "-D", folder, "-m", "immediate", "stop");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a program of PostgreSQL, which refuses to run as root. */
  private void run(String program, Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve(program).toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path output = TestOutput.file("distribution-postgres.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    assertThat(process.waitFor()).as("%s; see %s", program, output).isZero();
  }
}

package nl.uitweg.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.demo.LocalPorts;

/**
 * A PostgreSQL server that a test can kill and restart. Its {@code synchronous_commit} is off, as
 * is the default of the embedded library, so acknowledged reports are durable only because the site
 * switches it on for its own transactions.
 */
public final class KillableDatabase implements AutoCloseable {

  private final Path folder;
  private final int port = LocalPorts.findFree();
  private EmbeddedPostgres server;

  private KillableDatabase(Path folder) throws IOException {
    this.folder = folder;
    this.server = startServer();
  }

  /**
   * Starts a server.
   *
   * @param folder data directory of the server; created when it does not exist
   */
  public static KillableDatabase start(Path folder) throws IOException {
    return new KillableDatabase(folder);
  }

  /** Starts the server again, with the same data and on the same port. */
  public void restart() throws IOException {
    server = startServer();
  }

  /** Starts the server again if it has ended by itself, for example because its disk was full. */
  public void restartIfEnded() throws IOException {
    if (!isRunning()) {
      server.close();
      restart();
    }
  }

  private EmbeddedPostgres startServer() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPGStartupWait(TestTimeout.LIMIT)
        .start();
  }

  /** Kills the server and all its processes at once, as with {@code kill -9}. */
  public void kill() {
    try {
      ProcessHandle postmaster = postmaster();
      List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
      all.add(0, postmaster);
      all.forEach(ProcessHandle::destroyForcibly);
      TestTimeout.await().until(() -> all.stream().noneMatch(KillableDatabase::isRunning));
      server.close(); // releases the handle; the server has been killed
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pauses the server and all its processes: connections stay open and nothing answers. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets a paused server continue. */
  public void thaw() {
    signal("CONT");
  }

  /** Lets every transaction only read from now on, or write again. */
  public void setReadOnly(boolean readOnly) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute(
          "alter system set default_transaction_read_only = " + (readOnly ? "on" : "off"));
      statement.execute("select pg_reload_conf()");
    }
  }

  private void signal(String name) {
    try {
      ProcessHandle postmaster = postmaster();
      List<String> command = new ArrayList<>(List.of("kill", "-s", name));
      command.add(Long.toString(postmaster.pid()));
      postmaster.descendants().forEach(process -> command.add(Long.toString(process.pid())));
      // A process may have ended meanwhile, so the exit code says nothing.
      new ProcessBuilder(command).redirectErrorStream(true).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new NoSuchFileException("no process " + pid + " of PostgreSQL"));
  }

  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private boolean isRunning() {
    try {
      return isRunning(postmaster());
    } catch (IOException ended) {
      return false;
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), "postgres", "");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package nl.uitweg.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.operator.Migrations;
import nl.uitweg.platform.sealing.KeyFolder;

/** Two replicas of the public tier in separate processes, with one database and the same keys. */
public final class ReplicatedSite implements AutoCloseable {

  private final Path folder;
  private final Map<String, String> settings;
  private final KillableDatabase database;
  private volatile Replica first;
  private volatile Replica second;

  private ReplicatedSite(
      Path folder,
      Map<String, String> settings,
      KillableDatabase database,
      Replica first,
      Replica second) {
    this.folder = folder;
    this.settings = settings;
    this.database = database;
    this.first = first;
    this.second = second;
  }

  /**
   * Starts the database and both replicas.
   *
   * @param folder an empty folder
   * @param settings more settings of the replicas, as environment variables
   */
  public static ReplicatedSite start(Path folder, Map<String, String> settings)
      throws IOException, SQLException {
    return start(folder, folder.resolve("database"), settings);
  }

  /**
   * As {@link #start(Path, Map)}.
   *
   * @param databaseFolder data directory of the database, which may be on another disk
   */
  public static ReplicatedSite start(Path folder, Path databaseFolder, Map<String, String> settings)
      throws IOException, SQLException {
    KeyFolder.createIfMissing(
        folder.resolve("keys"), List.of("lindestede", "ankerdaal", "zilvervoort"));
    KillableDatabase database = KillableDatabase.start(databaseFolder);
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    }
    Migrations.run(database.jdbcUrl(), Migrations.LOGIN, "");
    Replica first = Replica.start(folder, database.jdbcUrl(), settings);
    first.await();
    Replica second = Replica.start(folder, database.jdbcUrl(), settings);
    second.await();
    return new ReplicatedSite(folder, settings, database, first, second);
  }

  public KillableDatabase database() {
    return database;
  }

  public Replica first() {
    return first;
  }

  public Replica second() {
    return second;
  }

  /** Starts another process on the port of the first replica, which has ended, and waits. */
  public void restartFirst() throws IOException {
    first = restarted(first);
    first.await();
  }

  /** Starts another process on the port of the second replica, which has ended, and waits. */
  public void restartSecond() throws IOException {
    second = restarted(second);
    second.await();
  }

  /** Waits until both replicas can store reports. */
  public void awaitReady() {
    first.await();
    second.await();
  }

  /** Starts one more replica. */
  public Replica startReplica(Map<String, String> moreSettings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(moreSettings);
    return Replica.start(folder, database.jdbcUrl(), all);
  }

  private Replica restarted(Replica ended) throws IOException {
    return startReplica(Map.of("QUARKUS_HTTP_PORT", Integer.toString(ended.port())));
  }

  @Override
  public void close() throws IOException {
    first.kill();
    second.kill();
    database.close();
  }
}

package nl.uitweg.bench.standby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.testsupport.TestTimeout;

/**
 * Two PostgreSQL servers of Debian under Patroni, with {@code deploy/postgresql/patroni.yaml} as an
 * administrator uses it, and one etcd. Everything listens on the loopback address only.
 */
final class PatroniCluster implements AutoCloseable {

  static final String PASSWORD = "only-for-this-benchmark";
  private static final Path CONFIGURATION = Path.of("deploy/postgresql/patroni.yaml");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final SystemUser user;
  private final Path programs;
  private final Path folder;
  private final int etcdPort = LocalPorts.findFree();
  private final List<Member> members = List.of(new Member("one"), new Member("two"));
  private final Process etcd;

  /** One machine: Patroni and the PostgreSQL that it starts. */
  private final class Member {

    private final String name;
    private final int port = LocalPorts.findFree();
    private final int restPort = LocalPorts.findFree();
    private Process patroni;

    @SuppressWarnings("NullAway.Init") // started by start()
    Member(String name) {
      this.name = name;
    }

    void start() throws IOException {
      patroni =
          user.start(
              folder.resolve(name + ".log"),
              environment(),
              "patroni",
              CONFIGURATION.toAbsolutePath().toString());
    }

    private Map<String, String> environment() {
      String rest = "127.0.0.1:" + restPort;
      String address = "127.0.0.1:" + port;
      return Map.ofEntries(
          Map.entry("PATRONI_NAME", name),
          Map.entry("PATRONI_RESTAPI_LISTEN", rest),
          Map.entry("PATRONI_RESTAPI_CONNECT_ADDRESS", rest),
          Map.entry("PATRONI_POSTGRESQL_LISTEN", address),
          Map.entry("PATRONI_POSTGRESQL_CONNECT_ADDRESS", address),
          Map.entry("PATRONI_POSTGRESQL_DATA_DIR", folder.resolve(name).toString()),
          Map.entry("PATRONI_POSTGRESQL_PGPASS", folder.resolve(name + ".pgpass").toString()),
          Map.entry("PATRONI_POSTGRESQL_BIN_DIR", programs.toString()),
          Map.entry("PATRONI_ETCD3_HOSTS", "127.0.0.1:" + etcdPort),
          Map.entry("PATRONI_SUPERUSER_USERNAME", "postgres"),
          Map.entry("PATRONI_SUPERUSER_PASSWORD", PASSWORD),
          Map.entry("PATRONI_REPLICATION_USERNAME", "replicator"),
          Map.entry("PATRONI_REPLICATION_PASSWORD", PASSWORD),
          Map.entry("PATRONI_REWIND_USERNAME", "rewinder"),
          Map.entry("PATRONI_REWIND_PASSWORD", PASSWORD));
    }

    /** Kills Patroni and all processes of PostgreSQL at once, as when the machine is gone. */
    void kill() throws IOException {
      List<ProcessHandle> all = new ArrayList<>(List.of(patroni.toHandle()));
      Path file = folder.resolve(name).resolve("postmaster.pid");
      if (Files.exists(file)) {
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
            .ifPresent(
                postmaster -> {
                  all.add(postmaster);
                  all.addAll(postmaster.descendants().toList());
                });
      }
      all.forEach(ProcessHandle::destroyForcibly);
      patroni.onExit().join();
    }

    boolean isPrimary() {
      try (Connection connection = connect(jdbcUrl(Integer.toString(port), "postgres", ""));
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select not pg_is_in_recovery()")) {
        return row.next() && row.getBoolean(1);
      } catch (SQLException e) {
        return false;
      }
    }
  }

  private PatroniCluster(SystemUser user, Path programs, Path folder) throws IOException {
    this.user = user;
    this.programs = programs;
    this.folder = folder;
    String client = "http://127.0.0.1:" + etcdPort;
    String peer = "http://127.0.0.1:" + LocalPorts.findFree();
    this.etcd =
        user.start(
            folder.resolve("etcd.log"),
            Map.of(),
            "etcd",
            "--name=etcd",
            "--data-dir=" + folder.resolve("etcd"),
            "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=etcd=" + peer);
  }

  /** Starts both servers and waits until one is the synchronous standby of the other. */
  static PatroniCluster start(SystemUser user, Path programs, Path folder)
      throws IOException, SQLException {
    PatroniCluster cluster = new PatroniCluster(user, programs, folder);
    try {
      cluster.members.get(0).start();
      TestTimeout.await("the first primary").until(() -> cluster.members.get(0).isPrimary());
      cluster.members.get(1).start();
      cluster.awaitSynchronousStandby();
      cluster.createDatabase();
      return cluster;
    } catch (IOException | SQLException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void createDatabase() throws IOException, SQLException {
    try (Connection connection = connect(jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database uitweg");
    }
    execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    for (String login :
        List.of("portal_migrate", "portal_public", "portal_backoffice", "portal_all")) {
      execute("alter role " + login + " password '" + PASSWORD + "'");
    }
  }

  /** Waits until the primary has a synchronous standby. */
  void awaitSynchronousStandby() {
    TestTimeout.await("a synchronous standby")
        .until(
            () ->
                values(
                            "postgres",
                            "select application_name from pg_stat_replication where sync_state = 'sync'")
                        .size()
                    == 1);
  }

  /** Kills the primary and returns its name. */
  String killPrimary() throws IOException {
    Member primary = members.stream().filter(Member::isPrimary).findFirst().orElseThrow();
    primary.kill();
    return primary.name;
  }

  /** Starts a machine again that was killed. */
  void startAgain(String name) throws IOException {
    member(name).start();
  }

  /** Waits until the other machine than this one is the primary. */
  void awaitPromotion(String killed) {
    TestTimeout.await("a new primary")
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                members.stream()
                    .anyMatch(member -> !member.name.equals(killed) && member.isPrimary()));
  }

  private Member member(String name) {
    return members.stream().filter(member -> member.name.equals(name)).findFirst().orElseThrow();
  }

  /** Whether a primary without a standby accepts no write. */
  void setStrict(boolean strict) throws IOException, InterruptedException {
    Member primary = members.stream().filter(Member::isPrimary).findFirst().orElseThrow();
    URI address = URI.create("http://127.0.0.1:" + primary.restPort + "/config");
    String json = "{\"synchronous_mode_strict\": " + strict + "}";
    HttpRequest change =
        HttpRequest.newBuilder(address)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
            .build();
    JsonNode changed =
        new ObjectMapper().readTree(HTTP.send(change, HttpResponse.BodyHandlers.ofString()).body());
    if (changed.path("synchronous_mode_strict").asBoolean(!strict) != strict) {
      throw new IllegalStateException("Patroni did not take the change: " + changed);
    }
  }

  /** JDBC URL with both machines, as the application gets it. */
  String jdbcUrl() {
    return jdbcUrl("uitweg");
  }

  private String jdbcUrl(String database) {
    return jdbcUrl(
        members.get(0).port + ",127.0.0.1:" + members.get(1).port,
        database,
        "?targetServerType=primary");
  }

  private static String jdbcUrl(String ports, String database, String parameters) {
    return "jdbc:postgresql://127.0.0.1:" + ports + "/" + database + parameters;
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", PASSWORD);
  }

  /** Runs SQL in the database of the application as a superuser. */
  void execute(String sql) throws SQLException {
    try (Connection connection = connect(jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of every row, as text; nothing while there is no primary. */
  List<String> values(String query) {
    return values("uitweg", query);
  }

  private List<String> values(String database, String query) {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect(jdbcUrl(database));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    for (Member member : members) {
      if (member.patroni != null) {
        try {
          member.kill();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    etcd.destroyForcibly().onExit().join();
  }
}

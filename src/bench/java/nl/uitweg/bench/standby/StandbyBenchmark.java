package nl.uitweg.bench.standby;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import org.apache.commons.io.FileUtils;

/**
 * Run by {@code bin/bench standby}: sends reports to two replicas of the public tier with two
 * replicas of the desk beside them, on a PostgreSQL with a synchronous standby, while the primary
 * is killed and replicas are frozen. The reference is the same without a fault.
 */
public final class StandbyBenchmark {

  private static final Path THIS_VERSION = Path.of("target");
  private static final int OVERDUE = 5;
  private static final int FREEZE_MILLIS = 20_000;
  private static final int ALONE_MILLIS = 15_000;

  private final PatroniCluster cluster;
  private final Path keys;
  private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final Visitors visitors = new Visitors();
  private final List<TierProcess> publicReplicas = new ArrayList<>();
  private final List<TierProcess> deskReplicas = new ArrayList<>();
  private final StandbyReport report = new StandbyReport();

  private StandbyBenchmark(PatroniCluster cluster, Path folder) {
    this.cluster = cluster;
    this.keys = folder.resolve("keys");
  }

  /**
   * @param arguments folder {@code target} of an older version that serves beside this one, or
   *     nothing
   */
  public static void main(String[] arguments) throws Exception {
    Optional<Path> older = Stream.of(arguments).findFirst().map(Path::of);
    SystemUser user = new SystemUser();
    Path clusterFolder = user.createFolder("uitweg-standby");
    Path folder = Files.createTempDirectory("uitweg-bench");
    try (PatroniCluster cluster = PatroniCluster.start(user, programs(), clusterFolder)) {
      StandbyBenchmark benchmark = new StandbyBenchmark(cluster, folder);
      try {
        benchmark.run(older);
      } finally {
        benchmark.stop();
      }
    } finally {
      FileUtils.deleteDirectory(clusterFolder.toFile());
      FileUtils.deleteDirectory(folder.toFile());
    }
    System.exit(0); // the HTTP clients have threads of their own
  }

  /** Folder with the programs of the newest PostgreSQL of Debian. */
  private static Path programs() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("pg_basebackup")))
          .max(Comparator.comparing(Path::toString))
          .orElseThrow(() -> new IllegalStateException("Install postgresql first."));
    }
  }

  private void run(Optional<Path> older) throws Exception {
    mail.start();
    KeyFolder.createIfMissing(keys, Region.read(Path.of("content/region")).ids());
    Path first = older.orElse(THIS_VERSION);
    migrate(first);
    addPublicReplica(first);
    if (older.isPresent()) {
      measure("upgrade: migrated and a newer replica added", 40, this::upgrade);
    } else {
      addPublicReplica(THIS_VERSION);
    }
    makeOverdueReports();
    startDesks();
    measure("no fault", 40, () -> {});
    measure("primary killed", 60, () -> killPrimary(0));
    measure("a public replica and a desk frozen for 20 s", 40, this::freeze);
    cluster.setStrict(true);
    Thread.sleep(ALONE_MILLIS); // until Patroni has read it
    measure("primary killed, strict", 60, () -> killPrimary(ALONE_MILLIS));
    check();
    report.finish(cluster.values("show server_version"));
  }

  private void migrate(Path version) throws IOException, InterruptedException {
    operator(
        version, Map.of("PORTAL_MIGRATION_PASSWORD", PatroniCluster.PASSWORD), List.of("migrate"));
  }

  /** Runs a command of the operator and returns what it printed. */
  private String operator(Path version, Map<String, String> settings, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("java", "-jar", version.resolve("operator/operator.jar").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", cluster.jdbcUrl());
    builder.environment().putAll(settings);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return output;
  }

  private void upgrade() throws Exception {
    migrate(THIS_VERSION);
    addPublicReplica(THIS_VERSION);
  }

  private void addPublicReplica(Path version) throws IOException {
    TierProcess replica =
        TierProcess.start(
            version.resolve("quarkus-app"), log(), TierProcess.publicTier(cluster.jdbcUrl(), keys));
    publicReplicas.add(replica);
    visitors.add(replica.await());
  }

  /** Sends reports whose retention period has ended, so that the desks find something to purge. */
  private void makeOverdueReports() throws Exception {
    List<String> before = cluster.values("select id::text from report");
    new OverdueReports(publicReplicas.get(publicReplicas.size() - 1)).send(OVERDUE);
    List<String> overdue = new ArrayList<>(cluster.values("select id::text from report"));
    overdue.removeAll(before);
    cluster.execute(
        "update report set state = 'CLOSED', closed_on = current_date - 400 where id in ('"
            + String.join("', '", overdue)
            + "')");
  }

  private void startDesks() throws IOException {
    for (int i = 0; i < 2; i++) {
      deskReplicas.add(
          TierProcess.start(
              THIS_VERSION.resolve("quarkus-app"),
              log(),
              TierProcess.desk(cluster.jdbcUrl(), keys, mail.getSmtp().getPort())));
    }
    deskReplicas.forEach(TierProcess::await);
  }

  private static Path log() throws IOException {
    return Files.createDirectories(Path.of("target/bench")).resolve("standby.log");
  }

  private void measure(String what, int reports, Visitors.Fault fault) throws Exception {
    System.out.println(what + " …");
    report.add(what, visitors.send(reports, fault));
  }

  /**
   * Kills the primary, lets the other machine be alone for a while, and starts it again as a
   * standby.
   */
  private void killPrimary(int aloneMillis) throws Exception {
    long from = System.nanoTime();
    String killed = cluster.killPrimary();
    cluster.awaitPromotion(killed);
    report.promoted((System.nanoTime() - from) / 1e9);
    Thread.sleep(aloneMillis);
    cluster.startAgain(killed);
    cluster.awaitSynchronousStandby();
    report.synchronousAgain((System.nanoTime() - from) / 1e9);
  }

  private void freeze() throws Exception {
    List<TierProcess> frozen = List.of(publicReplicas.get(0), deskReplicas.get(0));
    for (TierProcess replica : frozen) {
      replica.freeze();
    }
    Thread.sleep(FREEZE_MILLIS);
    for (TierProcess replica : frozen) {
      replica.thaw();
    }
  }

  private void check() throws Exception {
    report.check("reports acknowledged", visitors.acknowledged());
    report.check("acknowledged reports that no code opens", visitors.lost());
    report.check("forms sent again that got another code", visitors.changedWhenSentAgain());
    report.check("different codes", visitors.differentCodes());
    report.check("overdue reports", OVERDUE);
    report.awaitCheck(
        "purges recorded", OVERDUE, () -> count("audit_event where action = 'purge'"));
    report.check("tombstones", count("tombstone"));
    report.check("reports in the database", count("report"));
    report.awaitCheck(
        "reports indexed",
        visitors.acknowledged(),
        () ->
            count(
                "(select distinct object from audit_event where action = 'received' and"
                    + " split_part(object, '/', 2)::uuid in (select id from report)) o"));
    report.check(
        "reports indexed more than once",
        count(
            "(select object from audit_event where action = 'received' group by object having"
                + " count(*) > 1) o"));
    report.check("daily mails recorded", count("audit_event where action = 'mail-head'"));
    report.check("daily mails received by the auditor", mail.getReceivedMessages().length);
    report.note(
        operator(
            THIS_VERSION,
            Map.of(
                "QUARKUS_DATASOURCE_USERNAME",
                "portal_backoffice",
                "QUARKUS_DATASOURCE_PASSWORD",
                PatroniCluster.PASSWORD),
            List.of("audit", "verify")));
  }

  private long count(String rows) {
    return Long.parseLong(cluster.values("select count(*) from " + rows).get(0));
  }

  private void stop() {
    publicReplicas.forEach(TierProcess::kill);
    deskReplicas.forEach(TierProcess::kill);
    mail.stop();
  }
}

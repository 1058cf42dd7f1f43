package nl.uitweg.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.uitweg.command.CommandLines;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.region.Region;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills a demo database with invented reports; called by {@link SeedCommand}. No artifact contains
 * it, and it refuses a database that is not marked as a demo.
 */
public final class Seed {

  /** Up to this number of samples, everything is sealed as in a real report. */
  static final int MAX_FULLY_SEALED = 10_000;

  /** Number of newest reports; the desk cannot decrypt finished reports that are older. */
  static final int NEWEST_DECRYPTABLE = 100_000;

  private static final PrintStream OUT = CommandLines.OUT;
  private static final int BATCH_SIZE = 1_000;

  private final Connection connection;
  private final CopyManager copy;

  private Seed(Connection connection) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Writes all samples in one transaction. */
  public static void fill(SeedCommand options)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    requireKeys(options.keys);
    try (Connection connection =
        DriverManager.getConnection(options.url(), options.user, options.password)) {
      requireDemo(connection);
      connection.setAutoCommit(false);
      new Seed(connection).write(options);
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("vacuum (analyze)");
      }
    }
  }

  private static void requireKeys(Path keys) {
    if (!Files.isDirectory(keys.resolve("private"))) {
      throw new IllegalArgumentException(
          "There are no keys in " + keys + "; give their folder with --keys.");
    }
  }

  private static void requireDemo(Connection connection) throws SQLException {
    String marker =
        text(
            connection,
            "select coalesce((select shobj_description(oid, 'pg_database') from pg_database where"
                + " datname = current_database()), '')");
    if (!marker.equals(EmbeddedDatabase.DATABASE_COMMENT)) {
      throw new IllegalArgumentException(
          "This database is not marked as a demo; samples are never added to real reports.");
    }
  }

  private void write(SeedCommand options)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    boolean otherTriggers =
        !text(
                connection,
                "select count(*) from pg_trigger where not tgisinternal and tgname <>"
                    + " 'queue_report_indexing'")
            .equals("0");
    // Samples are consistent and already indexed. When there are no other triggers, all triggers
    // and foreign key checks are switched off for speed; otherwise only the indexing trigger is.
    execute(
        otherTriggers
            ? "alter table report disable trigger queue_report_indexing"
            : "set local session_replication_role = replica");
    SampleEvents.lockChain(connection);
    SampleEvents events =
        new SampleEvents(
            Long.parseLong(text(connection, "select coalesce(max(position), 0) from audit_event")),
            text(
                connection,
                "select coalesce((select hash from audit_event order by position desc limit 1),"
                    + " '')"));
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      Batch.Plan plan = plan(options);
      Deque<Future<Batch>> pending = new ArrayDeque<>();
      int submitted = 0;
      int written = 0;
      while (written < options.count) {
        while (submitted < options.count && pending.size() < workers + 2) {
          int from = submitted;
          int to = Math.min(options.count, from + BATCH_SIZE);
          pending.add(pool.submit(() -> Batch.of(plan, from, to)));
          submitted = to;
        }
        write(pending.remove().get(), events);
        written = Math.min(options.count, written + BATCH_SIZE);
        if (written % 50_000 == 0) {
          OUT.printf("  %,d of %,d%n", written, options.count);
        }
      }
    } finally {
      pool.shutdownNow();
    }
    if (otherTriggers) {
      execute("alter table report enable trigger queue_report_indexing");
    }
  }

  private static Batch.Plan plan(SeedCommand options) {
    return new Batch.Plan(
        new SampleSealing(
            Sealer.read(options.keys.resolve("public")),
            BlindIndex.read(options.keys.resolve("private")),
            options.count <= MAX_FULLY_SEALED),
        Region.read(Path.of("content/region")).ids(),
        options.seed,
        options.count,
        Instant.now(),
        Duration.ofDays(options.months() * 30L));
  }

  private void write(Batch batch, SampleEvents events) throws SQLException, IOException {
    for (var table : batch.tables().entrySet()) {
      copy(table.getKey(), table.getValue());
    }
    CopyRows audit = new CopyRows();
    for (Batch.Event event : batch.events()) {
      events.append(
          event.at(),
          event.actor(),
          event.action().code(),
          event.object(),
          event.reason(),
          row ->
              audit.add(
                  row.position(),
                  row.at(),
                  row.actor(),
                  row.action(),
                  row.object(),
                  "done",
                  event.reason(),
                  row.previousHash(),
                  row.hash()));
    }
    copy(
        "audit_event (position, at, actor, action, object, result, reason, previous, hash)", audit);
  }

  private void copy(String table, CopyRows rows) throws SQLException, IOException {
    copy.copyIn(
        "copy " + table + " from stdin (format binary)", new ByteArrayInputStream(rows.finish()));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

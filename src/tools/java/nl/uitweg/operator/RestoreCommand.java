package nl.uitweg.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.sealing.Opener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/restore}: restores a backup into an empty database with {@code
 * pg_restore}, purges again what was purged after the backup, and verifies the result.
 */
@Command(
    name = "bin/restore",
    description = {
      "Restores a backup of bin/backup into an empty database, in one transaction, and verifies the result.",
      "",
      "The roles come first: run deploy/postgresql/roles.sql in the new database. Needs pg_restore. Reads"
          + " QUARKUS_DATASOURCE_JDBC_URL, PORTAL_RESTORE_USERNAME (a superuser; postgres) and PORTAL_RESTORE_PASSWORD.",
      "",
      "Exit code 0: restored and verified, 1: restored, but the verification found a fault, 2: not restored."
    },
    footer = {
      "",
      "A backup holds the reports that were purged after it was made. They stay purged only with the list that"
          + " bin/audit purged wrote (docs/operations.md)."
    })
final class RestoreCommand implements Callable<Integer> {

  private static final int EXIT_FAULT = 1;
  private static final PrintStream OUT = CommandLines.OUT;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  Path file = Path.of("");

  @Option(
      names = "--purged",
      paramLabel = "LIST",
      description =
          "The list of bin/audit purged, made after the backup. What is in it is purged again.")
  Optional<Path> purgedFile = Optional.empty();

  @Option(
      names = "--without-purged",
      description =
          "Confirms that there is no such list, and that reports may be readable that were purged.")
  boolean withoutPurged;

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "The folder of bin/keys with public and private keysets; tries them on every wrapped key.")
  Optional<Path> keys = Optional.empty();

  RestoreCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    DatabaseLogin superuser =
        new DatabaseLogin(
            CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
            System.getenv().getOrDefault("PORTAL_RESTORE_USERNAME", "postgres"),
            System.getenv().getOrDefault("PORTAL_RESTORE_PASSWORD", ""));
    Optional<Opener> opener = keys.map(folder -> Opener.read(folder.resolve("private")));
    try (JdbcRestoreStore database = JdbcRestoreStore.connect(superuser)) {
      database.requireReady();
    }
    if (!Checksum.verify(file)) {
      OUT.printf("WARNING: there is no %s, so damage may go unnoticed.%n", Checksum.fileOf(file));
    }
    PostgresProgram program = new PostgresProgram(superuser.user(), superuser.password());
    BackupFile backup;
    try {
      backup = BackupFile.read(file, program);
    } catch (PostgresProgram.ProgramFailedException e) {
      throw new IllegalStateException(
          "The backup cannot be read; nothing was restored. " + e.getMessage(), e);
    }
    requireKnownVersion(backup, Migrations.newestVersion(superuser));
    PurgedList purged = purgedList(backup);
    restore(program, superuser);
    try {
      return finish(superuser, backup, purged, opener);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(
          "The backup was restored, but the rest failed. Drop this database and begin again. "
              + e.getMessage(),
          e);
    }
  }

  private static void requireKnownVersion(BackupFile backup, int newest) {
    if (backup.schemaVersion() > newest) {
      throw new IllegalStateException(
          "The backup has version %d of the schema and this command knows version %d: use the bin/restore of that version. Nothing was restored."
              .formatted(backup.schemaVersion(), newest));
    }
  }

  /** What is to be purged again. */
  private PurgedList purgedList(BackupFile backup) throws IOException {
    if (purgedFile.isPresent()) {
      PurgedList list = PurgedList.read(purgedFile.get());
      if (list.madeAt().isBefore(backup.createdAt())) {
        throw new IllegalStateException(
            "The list of %s is older than the backup of %s, so it does not say what was purged since. Nothing was restored."
                .formatted(list.madeAt(), backup.createdAt()));
      }
      return list;
    }
    String warning =
        "The backup of %s holds %d reports. Those of them that were purged or withdrawn since then become readable again."
            .formatted(backup.createdAt(), backup.reports());
    if (!withoutPurged) {
      throw new IllegalStateException(
          warning
              + " Add --purged LIST with the newest list of bin/audit purged, or --without-purged when there is"
              + " none. Nothing was restored.");
    }
    OUT.println("WARNING: " + warning);
    return new PurgedList(Instant.now(), List.of());
  }

  private void restore(PostgresProgram program, DatabaseLogin superuser)
      throws IOException, InterruptedException {
    try {
      program.run(
          "pg_restore",
          "--single-transaction",
          "--exit-on-error",
          "--dbname=" + PostgresProgram.uri(superuser.jdbcUrl()),
          file);
    } catch (PostgresProgram.ProgramFailedException e) {
      throw new IllegalStateException("Nothing was restored. " + e.getMessage(), e);
    }
  }

  /** Purges and verifies in the restored database, and returns the exit code. */
  private static int finish(
      DatabaseLogin superuser, BackupFile backup, PurgedList purged, Optional<Opener> opener)
      throws SQLException, IOException {
    try (JdbcRestoreStore database = JdbcRestoreStore.connect(superuser)) {
      printCounts(database, backup);
      int again = database.purgeAgain(purged, backup.createdAt());
      database.commit();
      OUT.printf("Purged again, because they were purged after the backup: %d.%n", again);
      OUT.println(
          "Reports whose retention period has ended meanwhile are purged when the desk starts: start it first.");
      ChainVerification chain = database.verifyChain();
      chain.print(OUT);
      boolean complete = opener.isEmpty() || keysAreComplete(database, opener.get());
      return chain.isValid() && complete ? 0 : EXIT_FAULT;
    }
  }

  private static void printCounts(JdbcRestoreStore database, BackupFile backup)
      throws SQLException {
    OUT.printf(
        "Restored %d tables of %s, version %d of the schema: %d reports, %d messages, %d notes, %d files,"
            + " %d referrals, %d dossiers, %d audit events.%n",
        backup.tables(),
        backup.createdAt(),
        backup.schemaVersion(),
        database.count("report"),
        database.count("message"),
        database.count("note"),
        database.count("attachment"),
        database.count("referral"),
        database.count("dossier"),
        database.count("audit_event"));
  }

  private static boolean keysAreComplete(JdbcRestoreStore database, Opener opener)
      throws SQLException {
    Map<String, JdbcWrappedKeyStore.Count> counts = database.checkKeys(opener);
    counts.forEach(
        (recipient, count) ->
            OUT.printf(
                "%s: %d of %d keys can be unwrapped%s%n",
                recipient,
                count.unwrapped(),
                count.keys(),
                count.isComplete()
                    ? "."
                    : opener.hasKeyset(recipient)
                        ? "; the folder lacks a version of this keyset."
                        : "; the folder has no private keyset with this name."));
    return counts.values().stream().allMatch(JdbcWrappedKeyStore.Count::isComplete);
  }
}

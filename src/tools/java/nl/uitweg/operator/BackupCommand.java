package nl.uitweg.operator;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.uitweg.command.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/backup}: writes a backup with {@code pg_dump} and reads all of it again
 * with {@code pg_restore}. The file gets its name only after that.
 */
@Command(
    name = "bin/backup",
    description = {
      "Writes a backup of the database to FILE, in the custom format of pg_dump, and reads it completely to verify it."
          + " FILE.sha256 gets its checksum.",
      "",
      "Needs pg_dump and pg_restore of the version of the server or newer. Reads QUARKUS_DATASOURCE_JDBC_URL,"
          + " PORTAL_MIGRATION_USERNAME (portal_migrate) and PORTAL_MIGRATION_PASSWORD."
    },
    footer = {
      "",
      "The key files are not in it; without them no report in it can be read. Keep them apart from the backup.",
      "Only a trial with bin/restore shows that a backup can be restored (docs/operations.md)."
    })
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The new file; it must not exist yet.")
  Path file = Path.of("");

  BackupCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file + ": exists already");
    }
    String database = PostgresProgram.uri(CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"));
    Map<String, String> environment = System.getenv();
    PostgresProgram program =
        new PostgresProgram(
            environment.getOrDefault("PORTAL_MIGRATION_USERNAME", Migrations.LOGIN),
            environment.getOrDefault("PORTAL_MIGRATION_PASSWORD", ""));
    Path unverified = file.resolveSibling(file.getFileName() + ".unverified");
    Files.deleteIfExists(unverified);
    Files.createFile(
        unverified,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      program.run(
          "pg_dump",
          "--format=custom",
          "--role=" + Migrations.OWNER,
          "--file",
          unverified,
          database);
      BackupFile backup = BackupFile.read(unverified, program);
      Files.move(unverified, file);
      Checksum.write(file);
      CommandLines.OUT.printf(
          "%s: %,d bytes, %d tables, %d reports%n",
          file, Files.size(file), backup.tables(), backup.reports());
      return 0;
    } catch (PostgresProgram.ProgramFailedException e) {
      throw new IllegalStateException("No backup was made. " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(unverified);
    }
  }
}

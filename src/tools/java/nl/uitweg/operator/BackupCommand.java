package nl.uitweg.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
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
      "Writes a backup of the database to FILE, in the custom format of pg_dump, and reads it completely to verify it.",
      "",
      "Needs pg_dump and pg_restore of the version of the server or newer. Reads QUARKUS_DATASOURCE_JDBC_URL,"
          + " PORTAL_MIGRATION_USERNAME (portal_migrate) and PORTAL_MIGRATION_PASSWORD."
    },
    footer = {
      "",
      "The key files are not in it; without them no report in it can be read. Keep them apart from the backup.",
      "Only a trial restore shows that a backup can be restored (docs/operations.md)."
    })
final class BackupCommand implements Callable<Integer> {

  private static final String TABLE_DATA = " TABLE DATA public ";

  @Parameters(paramLabel = "FILE", description = "The new file; it must not exist yet.")
  Path file = Path.of("");

  BackupCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file + ": exists already");
    }
    String database =
        CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL").replaceFirst("^jdbc:", "");
    Path unverified = file.resolveSibling(file.getFileName() + ".unverified");
    Files.deleteIfExists(unverified);
    Files.createFile(
        unverified,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      run(
          "pg_dump",
          "--format=custom",
          "--role=" + Migrations.OWNER,
          "--file",
          unverified,
          database);
      List<String> tables =
          run("pg_restore", "--list", unverified)
              .lines()
              .filter(entry -> entry.contains(TABLE_DATA))
              .toList();
      if (tables.isEmpty()) {
        throw new IllegalStateException(
            "The backup contains no table; is this the right database?");
      }
      // Reads and decompresses everything, as a restore would.
      run("pg_restore", "--file", "/dev/null", unverified);
      Files.move(unverified, file);
      CommandLines.OUT.printf("%s: %,d bytes, %d tables%n", file, Files.size(file), tables.size());
      return 0;
    } finally {
      Files.deleteIfExists(unverified);
    }
  }

  /**
   * Runs a program of PostgreSQL.
   *
   * @return its standard output
   * @throws IOException when it cannot be started, with its name in the message
   * @throws IllegalStateException when it fails, with what it wrote on standard error
   */
  private static String run(Object... command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("backup", ".log");
    try {
      List<String> words = new ArrayList<>();
      for (Object word : command) {
        words.add(word.toString());
      }
      ProcessBuilder builder = new ProcessBuilder(words).redirectError(errors.toFile());
      Map<String, String> environment = builder.environment();
      environment.put(
          "PGUSER", environment.getOrDefault("PORTAL_MIGRATION_USERNAME", Migrations.LOGIN));
      environment.put("PGPASSWORD", environment.getOrDefault("PORTAL_MIGRATION_PASSWORD", ""));
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("No backup was made. " + Files.readString(errors).strip());
      }
      return output;
    } finally {
      Files.delete(errors);
    }
  }
}

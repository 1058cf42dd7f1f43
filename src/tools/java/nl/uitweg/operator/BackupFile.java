package nl.uitweg.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup file says about itself.
 *
 * @param createdAt when {@code pg_dump} began to write it, to the second
 * @param schemaVersion version of the schema of the database
 * @param tables number of tables
 * @param reports number of reports
 */
record BackupFile(Instant createdAt, int schemaVersion, long tables, long reports) {

  private static final String TABLE_DATA = " TABLE DATA public ";
  private static final Pattern CREATED_AT =
      Pattern.compile("Archive created at (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC");
  private static final int VERSION_COLUMN = 1;

  /**
   * Reads the whole file and decompresses everything in it, as a restore does.
   *
   * @throws PostgresProgram.ProgramFailedException when it is no backup or is damaged
   * @throws IllegalStateException when it is no backup of this application
   */
  static BackupFile read(Path file, PostgresProgram program)
      throws IOException, InterruptedException {
    String list = program.run("pg_restore", "--list", file);
    Matcher created = CREATED_AT.matcher(list);
    long tables = list.lines().filter(entry -> entry.contains(TABLE_DATA)).count();
    if (tables == 0 || !created.find()) {
      throw new IllegalStateException(file + " contains no table of this application.");
    }
    program.run("pg_restore", "--file", "/dev/null", file);
    AtomicInteger version = new AtomicInteger();
    forEachRow(
        file,
        "flyway_schema_history",
        program,
        row -> version.accumulateAndGet(Integer.parseInt(row[VERSION_COLUMN]), Math::max));
    AtomicLong reports = new AtomicLong();
    forEachRow(file, "report", program, row -> reports.incrementAndGet());
    return new BackupFile(
        LocalDateTime.parse(created.group(1).replace(' ', 'T')).toInstant(ZoneOffset.UTC),
        version.get(),
        tables,
        reports.get());
  }

  /** Calls the action with the columns of each row of a table, as {@code copy} writes them. */
  private static void forEachRow(
      Path file, String table, PostgresProgram program, Consumer<String[]> action)
      throws IOException, InterruptedException {
    AtomicBoolean inside = new AtomicBoolean();
    program.forEachLine(
        line -> {
          if (line.equals("\\.")) {
            inside.set(false);
          } else if (inside.get()) {
            action.accept(line.split("\t", -1));
          } else if (line.startsWith("COPY public." + table + " ")) {
            inside.set(true);
          }
        },
        "pg_restore",
        "--data-only",
        "--table=" + table,
        "--file",
        "-",
        file);
  }
}

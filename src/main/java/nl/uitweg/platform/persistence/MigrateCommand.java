package nl.uitweg.platform.persistence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Behind {@code bin/migrate}: migrates the database and ends; the only process that does. */
public final class MigrateCommand {

  private static final int PROBLEM = 2;

  private MigrateCommand() {}

  /** Reads the environment only; arguments would be seen in the list of processes. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, String> settings = System.getenv();
    String url = settings.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "");
    if (url.isBlank()) {
      out.println("QUARKUS_DATASOURCE_JDBC_URL is not set; see bin/migrate --help.");
      System.exit(PROBLEM);
    }
    try {
      int version =
          Migrations.run(
              url,
              settings.getOrDefault("PORTAL_MIGRATION_USERNAME", Migrations.LOGIN),
              settings.getOrDefault("PORTAL_MIGRATION_PASSWORD", ""));
      out.println("The database is at version " + version + ".");
    } catch (DatabaseSchemaException problem) {
      out.println(problem.getMessage());
      System.exit(PROBLEM);
    }
  }
}

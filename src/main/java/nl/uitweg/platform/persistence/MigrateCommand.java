package nl.uitweg.platform.persistence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Entry point of {@code bin/migrate}: migrates the database and exits. The application itself never
 * migrates; only the demo migrates its own database.
 */
public final class MigrateCommand {

  private static final int EXIT_FAILURE = 2;

  private MigrateCommand() {}

  /**
   * Reads its settings from the environment only, because arguments are visible in the process
   * list.
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    String url = environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "");
    if (url.isBlank()) {
      out.println("QUARKUS_DATASOURCE_JDBC_URL is not set; see bin/migrate --help.");
      System.exit(EXIT_FAILURE);
    }
    try {
      int version =
          Migrations.run(
              url,
              environment.getOrDefault("PORTAL_MIGRATION_USERNAME", Migrations.LOGIN),
              environment.getOrDefault("PORTAL_MIGRATION_PASSWORD", ""));
      out.println("The database schema is at version " + version + ".");
    } catch (DatabaseSchemaException exception) {
      out.println(exception.getMessage());
      System.exit(EXIT_FAILURE);
    }
  }
}

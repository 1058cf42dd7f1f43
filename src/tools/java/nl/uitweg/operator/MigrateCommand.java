package nl.uitweg.operator;

import java.util.Map;
import nl.uitweg.command.CommandLines;
import picocli.CommandLine.Command;

/**
 * Entry point of {@code bin/migrate}: migrates the database and exits. The application itself never
 * migrates; only the demo migrates its own database.
 */
@Command(
    name = "bin/migrate",
    description = {
      "Migrates the database to the version of this application; run it before starting the new version."
          + " The application itself never migrates the database.",
      "",
      "Needs the roles of deploy/postgresql/roles.sql. Reads QUARKUS_DATASOURCE_JDBC_URL,"
          + " PORTAL_MIGRATION_USERNAME (portal_migrate) and PORTAL_MIGRATION_PASSWORD."
    })
final class MigrateCommand implements Runnable {

  MigrateCommand() {}

  @Override
  public void run() {
    Map<String, String> environment = System.getenv();
    int version =
        Migrations.run(
            CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
            environment.getOrDefault("PORTAL_MIGRATION_USERNAME", Migrations.LOGIN),
            environment.getOrDefault("PORTAL_MIGRATION_PASSWORD", ""));
    CommandLines.OUT.println("The database schema is at version " + version + ".");
  }
}

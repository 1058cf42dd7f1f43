package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The versions of the software that runs here, and of the database schema. */
@Singleton
class Versions {

  private final DatabaseStateStore database;
  private final String version;

  Versions(
      DatabaseStateStore database,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.database = database;
    this.version = version;
  }

  /** The version of one piece of software. */
  record Version(String name, String number) {}

  List<Version> all() {
    return List.of(
        new Version("Uitweg", version),
        new Version("Java", Runtime.version().toString()),
        new Version("PostgreSQL", database.serverVersion()),
        new Version("Database schema", "V" + database.schemaVersion()));
  }
}

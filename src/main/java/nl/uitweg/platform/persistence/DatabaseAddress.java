package nl.uitweg.platform.persistence;

import java.util.Arrays;

/** Rules for the JDBC URL of the database. */
final class DatabaseAddress {

  private static final String SCHEME = "jdbc:postgresql://";
  private static final String PRIMARY_ONLY = "targetServerType=primary";

  private DatabaseAddress() {}

  /**
   * Requires that a URL with several machines leads to the one that takes writes. The others are
   * standbys, where no report can be stored.
   *
   * @throws IllegalStateException with what to change
   */
  static void requirePrimary(String jdbcUrl) {
    if (!jdbcUrl.startsWith(SCHEME)) {
      return;
    }
    String[] parts = jdbcUrl.substring(SCHEME.length()).split("\\?", 2);
    String machines = parts[0].split("/", 2)[0];
    boolean primaryOnly =
        parts.length > 1 && Arrays.asList(parts[1].split("&", -1)).contains(PRIMARY_ONLY);
    if (machines.contains(",") && !primaryOnly) {
      throw new IllegalStateException(
          "quarkus.datasource.jdbc.url names several machines: add "
              + PRIMARY_ONLY
              + ", so that the application never connects to a standby.");
    }
  }
}

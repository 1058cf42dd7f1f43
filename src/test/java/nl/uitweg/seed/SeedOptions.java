package nl.uitweg.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Command-line options of {@code bin/seed}.
 *
 * @param count number of reports
 * @param url JDBC URL of the database; without {@code --to}, that of the running demo
 * @param user name of a superuser of the database
 * @param keys folder with public and private keysets
 * @param months period over which the reports were sent, until now
 * @param seed random seed; the same count and seed give the same reports
 */
public record SeedOptions(
    int count, String url, String user, String password, Path keys, int months, long seed) {

  private static final int MAX_COUNT = 2_000_000;

  static SeedOptions parse(String[] arguments) {
    int count = number("N", arguments.length == 0 ? "" : arguments[0], 1, MAX_COUNT);
    SeedOptions options =
        new SeedOptions(count, "", "postgres", "postgres", Path.of("data/keys"), months(count), 1);
    for (int i = 1; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      options = options.with(arguments[i], value);
    }
    return options.url.isEmpty() ? options.to(urlOfRunningDemo()) : options;
  }

  /** Default period in months for a number of reports: 12, 24 or 36. */
  public static int months(int count) {
    return count <= 10_000 ? 12 : count <= 100_000 ? 24 : 36;
  }

  private SeedOptions with(String option, String value) {
    return switch (option) {
      case "--to" -> to(value);
      case "--user" -> new SeedOptions(count, url, value, password, keys, months, seed);
      case "--password" -> new SeedOptions(count, url, user, value, keys, months, seed);
      case "--keys" -> new SeedOptions(count, url, user, password, Path.of(value), months, seed);
      case "--months" ->
          new SeedOptions(count, url, user, password, keys, number(option, value, 1, 120), seed);
      case "--seed" ->
          new SeedOptions(
              count, url, user, password, keys, months, number(option, value, 0, MAX_COUNT));
      default -> throw new IllegalArgumentException("Unknown option " + option + "; see --help.");
    };
  }

  private SeedOptions to(String jdbcUrl) {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "--to must be a JDBC URL that begins with jdbc:postgresql:");
    }
    return new SeedOptions(count, jdbcUrl, user, password, keys, months, seed);
  }

  private static String urlOfRunningDemo() {
    Path file = Path.of("data/database.url");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "No demo is running here; start bin/run, or give a database with --to.");
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String name, String value, int min, int max) {
    try {
      int number = Integer.parseInt(value.replace("_", "").replace(",", ""));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // handled below
    }
    throw new IllegalArgumentException(
        "%s must be a number from %,d to %,d; see --help.".formatted(name, min, max));
  }
}

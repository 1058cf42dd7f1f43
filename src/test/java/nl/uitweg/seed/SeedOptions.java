package nl.uitweg.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code bin/seed} was asked.
 *
 * @param count of reports
 * @param url of the database; without --to, that of the running demo
 * @param user a superuser of the database
 * @param keys folder with public and private keysets
 * @param months over which the reports came in
 * @param seed the same number gives the same reports
 */
public record SeedOptions(
    int count, String url, String user, String password, Path keys, int months, long seed) {

  private static final int MOST = 2_000_000;

  static SeedOptions parse(String[] arguments) {
    int count = number("N", arguments.length == 0 ? "" : arguments[0], 1, MOST);
    SeedOptions options =
        new SeedOptions(count, "", "postgres", "postgres", Path.of("data/keys"), months(count), 1);
    for (int i = 1; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      options = options.with(arguments[i], value);
    }
    return options.url.isEmpty() ? options.to(runningDemo()) : options;
  }

  /** A year of a thousand, three years of a million. */
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
          new SeedOptions(count, url, user, password, keys, months, number(option, value, 0, MOST));
      default ->
          throw new IllegalArgumentException("There is no option " + option + "; see --help.");
    };
  }

  private SeedOptions to(String address) {
    if (!address.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("--to needs an address that begins with jdbc:postgresql:");
    }
    return new SeedOptions(count, address, user, password, keys, months, seed);
  }

  private static String runningDemo() {
    Path file = Path.of("data/database.url");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "No demo runs here; start bin/run, or name one with --to.");
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value.replace("_", "").replace(",", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the sentence below says what is allowed
    }
    throw new IllegalArgumentException(
        "%s must be a number from %,d to %,d; see --help.".formatted(name, least, most));
  }
}

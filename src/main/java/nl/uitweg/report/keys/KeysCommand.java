package nl.uitweg.report.keys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;

/**
 * Behind {@code bin/keys}: makes, shows, rotates, re-wraps and retires keysets; prints nothing
 * secret.
 */
public final class KeysCommand {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int USAGE = 2;

  private KeysCommand() {}

  /**
   * @param arguments {@code create|show|rotate|rewrap|retire|recover}, the key folder, and what the
   *     command needs
   */
  public static void main(String[] arguments) throws SQLException {
    List<String> words = List.of(arguments);
    if (words.size() < 2) {
      OUT.println("A command and the key folder are needed; see bin/keys --help.");
      System.exit(USAGE);
    }
    Path folder = Path.of(words.get(1));
    List<String> rest = words.subList(2, words.size());
    try {
      switch (words.get(0)) {
        case "create" -> {
          KeyFolder.createIfMissing(folder, rest);
          KeyFolder.describe(folder).forEach(OUT::println);
        }
        case "show" -> KeyFolder.describe(folder).forEach(OUT::println);
        case "rotate" -> {
          KeyFolder.rotate(folder, need(rest, 0, "the municipality"));
          KeyFolder.describe(folder).forEach(OUT::println);
        }
        case "rewrap" -> {
          String municipality = need(rest, 0, "the municipality");
          Opener opener = Opener.read(folder.resolve("private"));
          rewrap(folder, opener, municipality, municipality);
        }
        case "retire" -> {
          String municipality = need(rest, 0, "the municipality");
          Opener opener = Opener.read(folder.resolve("private"));
          if (rewrap(folder, opener, municipality, municipality).unopened() > 0) {
            throw new IllegalStateException("The old keys stay: recover what does not open first.");
          }
          KeyFolder.retire(folder, municipality);
          KeyFolder.describe(folder).forEach(OUT::println);
        }
        case "recover" -> {
          String municipality = need(rest, 0, "the municipality");
          Opener opener = Opener.recovery(Path.of(need(rest, 1, "the private recovery keyset")));
          rewrap(folder, opener, municipality, Sealer.RECOVERY);
        }
        default -> throw new IllegalArgumentException("Unknown command " + words.get(0));
      }
    } catch (IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
      OUT.println(e.getMessage());
      System.exit(USAGE);
    }
  }

  private static KeyRewrapping.Result rewrap(
      Path folder, Opener opener, String municipality, String from) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            setting("QUARKUS_DATASOURCE_JDBC_URL"),
            setting("QUARKUS_DATASOURCE_USERNAME"),
            setting("QUARKUS_DATASOURCE_PASSWORD"))) {
      Sealer sealer = Sealer.read(folder.resolve("public"));
      KeyRewrapping.Result result =
          new KeyRewrapping(connection, opener, sealer).rewrap(municipality, from);
      OUT.printf(
          "%d keys wrapped again for %s; %d did not open%n",
          result.rewrapped(), municipality, result.unopened());
      return result;
    }
  }

  private static String need(List<String> words, int index, String what) {
    if (words.size() <= index) {
      throw new IllegalArgumentException("Missing: " + what + "; see bin/keys --help.");
    }
    return words.get(index);
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }
}

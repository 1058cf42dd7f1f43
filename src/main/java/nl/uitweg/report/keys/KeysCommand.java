package nl.uitweg.report.keys;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;

/**
 * Command behind {@code bin/keys}: creates, shows, rotates, re-wraps, retires and recovers keysets.
 * Prints no secrets.
 */
public final class KeysCommand {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int EXIT_USAGE = 2;

  private KeysCommand() {}

  /**
   * @param arguments {@code create|show|rotate|rewrap|retire|recover}, the key folder, and the
   *     arguments of the command
   */
  public static void main(String[] arguments) {
    List<String> args = List.of(arguments);
    if (args.size() < 2) {
      OUT.println("A command and the key folder are required; see bin/keys --help.");
      System.exit(EXIT_USAGE);
    }
    Path folder = Path.of(args.get(1));
    List<String> remaining = args.subList(2, args.size());
    try {
      run(args.get(0), folder, remaining);
    } catch (IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
      OUT.println(e.getMessage());
      System.exit(EXIT_USAGE);
    }
  }

  private static void run(String command, Path folder, List<String> args) {
    switch (command) {
      case "create" -> {
        KeyFolder.createIfMissing(folder, args);
        KeyFolder.describe(folder).forEach(OUT::println);
      }
      case "show" -> KeyFolder.describe(folder).forEach(OUT::println);
      case "rotate" -> {
        KeyFolder.rotate(folder, argument(args, 0, "the municipality"));
        KeyFolder.describe(folder).forEach(OUT::println);
      }
      case "rewrap" -> {
        String municipality = argument(args, 0, "the municipality");
        Opener opener = Opener.read(folder.resolve("private"));
        rewrap(folder, opener, municipality, municipality);
      }
      case "retire" -> retire(folder, args);
      case "recover" -> {
        String municipality = argument(args, 0, "the municipality");
        Opener opener = Opener.recovery(Path.of(argument(args, 1, "the private recovery keyset")));
        rewrap(folder, opener, municipality, Sealer.RECOVERY);
      }
      default -> throw new IllegalArgumentException("Unknown command " + command);
    }
  }

  /** Removes all keys of a keyset but the primary one. */
  private static void retire(Path folder, List<String> args) {
    String municipality = argument(args, 0, "the municipality");
    Opener opener = Opener.read(folder.resolve("private"));
    Set<UUID> failed = new TreeSet<>(rewrap(folder, opener, municipality, municipality).failed());
    args.subList(1, args.size()).forEach(id -> failed.remove(UUID.fromString(id)));
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          "The old keys were not retired, because the keys listed above cannot be unwrapped. Run"
              + " bin/keys recover first. To give up a report or referral whose key cannot be"
              + " recovered either, add its id to the command.");
    }
    KeyFolder.retire(folder, municipality);
    KeyFolder.describe(folder).forEach(OUT::println);
  }

  private static KeyRewrapper.Result rewrap(
      Path folder, Opener opener, String municipality, String from) {
    DatabaseLogin login =
        new DatabaseLogin(
            setting("QUARKUS_DATASOURCE_JDBC_URL"),
            setting("QUARKUS_DATASOURCE_USERNAME"),
            setting("QUARKUS_DATASOURCE_PASSWORD"));
    Sealer sealer = Sealer.read(folder.resolve("public"));
    KeyRewrapper.Result result = new KeyRewrapper(login, opener, sealer).rewrap(municipality, from);
    OUT.printf("%d keys re-wrapped for %s%n", result.rewrapped(), municipality);
    result
        .failed()
        .forEach(id -> OUT.printf("A key of report or referral %s cannot be unwrapped%n", id));
    return result;
  }

  private static String argument(List<String> args, int index, String name) {
    if (args.size() <= index) {
      throw new IllegalArgumentException("Missing argument: " + name + "; see bin/keys --help.");
    }
    return args.get(index);
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException("The environment variable " + name + " is not set");
    }
    return value;
  }
}

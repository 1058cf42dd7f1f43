package nl.uitweg.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command-line options of {@code bin/run}.
 *
 * @param port port of the public site
 * @param data folder for database, keys and logs
 * @param twoTiers whether the public site and the desk run as two processes
 * @param help whether to print {@link #HELP} instead of starting the demo
 */
record DemoOptions(int port, Path data, boolean twoTiers, boolean help) {

  static final String HELP =
      """
      Usage: bin/run [--port N] [--data DIR] [--two-tiers]

      Starts the demo: database, site and login, without any configuration.
        --port N    port of the site (default 8080)
        --data DIR  folder for database, keys and logs, kept between runs (default data)
        --two-tiers public site and desk as two processes, each with its own database login
        --help      this text
      Ctrl-C stops everything that was started.
      """;

  /**
   * Parses command-line arguments.
   *
   * @throws DemoException when an argument is unknown or invalid
   */
  static DemoOptions parse(List<String> arguments) {
    Deque<String> remaining = new ArrayDeque<>(arguments);
    int port = 8080;
    Path data = Path.of("data");
    boolean twoTiers = false;
    boolean help = false;
    while (!remaining.isEmpty()) {
      String argument = remaining.removeFirst();
      switch (argument) {
        case "--help", "-h" -> help = true;
        case "--two-tiers" -> twoTiers = true;
        case "--port" -> port = parsePort(remaining.pollFirst());
        case "--data" -> {
          String folder = remaining.pollFirst();
          if (folder == null) {
            throw new DemoException("--data requires a folder.");
          }
          data = Path.of(folder);
        }
        default -> throw new DemoException("Unknown option " + argument + "; see bin/run --help.");
      }
    }
    return new DemoOptions(port, data, twoTiers, help);
  }

  private static int parsePort(@Nullable String text) {
    int port = text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new DemoException("--port requires a number from 1 to 65535.");
    }
    return port;
  }
}

package nl.uitweg.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param port of the site
 * @param data folder of database, keys and logs
 * @param twoTiers whether public site and desk run as two processes
 */
record Options(int port, Path data, boolean twoTiers, boolean help) {

  static final String HELP =
      """
      Usage: bin/run [--port N] [--data DIR] [--two-tiers]

      Starts the demo: database, site and login, with nothing configured.
        --port N    port of the site (default 8080)
        --data DIR  folder for database, keys and logs, kept between runs (default data)
        --two-tiers public site and desk as two processes, each with its own database login
        --help      this text
      Ctrl-C stops everything that was started.
      """;

  /**
   * @throws DemoProblem naming the argument that is not understood
   */
  static Options parse(List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    int port = 8080;
    Path data = Path.of("data");
    boolean twoTiers = false;
    boolean help = false;
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      switch (argument) {
        case "--help", "-h" -> help = true;
        case "--two-tiers" -> twoTiers = true;
        case "--port" -> port = number(rest.pollFirst());
        case "--data" -> {
          String folder = rest.pollFirst();
          if (folder == null) {
            throw new DemoProblem("--data needs a folder.");
          }
          data = Path.of(folder);
        }
        default -> throw new DemoProblem("Unknown option " + argument + "; see bin/run --help.");
      }
    }
    return new Options(port, data, twoTiers, help);
  }

  private static int number(@org.jspecify.annotations.Nullable String text) {
    if (text == null || !text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new DemoProblem("--port needs a number from 1 to 65535.");
    }
    return Integer.parseInt(text);
  }
}

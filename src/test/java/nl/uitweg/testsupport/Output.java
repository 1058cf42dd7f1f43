package nl.uitweg.testsupport;

import java.nio.file.Path;

/**
 * Where the servers of a test run write: its own folder with {@code -Dtests.output}, so that runs
 * beside each other do not mix; otherwise {@code target}.
 */
public final class Output {

  private static final Path FOLDER = Path.of(System.getProperty("tests.output", "target"));

  private Output() {}

  public static Path file(String name) {
    return FOLDER.resolve(name);
  }
}

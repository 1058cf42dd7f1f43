package nl.uitweg.testsupport;

import java.nio.file.Path;

/**
 * Folder for the logs and other files of the servers of a test run: {@code target}, or the folder
 * in {@code -Dtests.output}, so that simultaneous runs do not share files.
 */
public final class TestOutput {

  private static final Path FOLDER = Path.of(System.getProperty("tests.output", "target"));

  private TestOutput() {}

  public static Path file(String name) {
    return FOLDER.resolve(name);
  }
}

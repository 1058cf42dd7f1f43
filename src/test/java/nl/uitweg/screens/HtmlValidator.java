package nl.uitweg.screens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the W3C HTML checker (Nu) in a separate process on a folder of pages. Warnings and info
 * messages are ignored.
 */
final class HtmlValidator {

  private final Path folder;

  /** Creates the folder for the pages and empties it. */
  HtmlValidator(String name) throws IOException {
    folder = Files.createDirectories(Path.of("target/html-checked", name));
    try (var oldFiles = Files.list(folder)) {
      for (Path file : oldFiles.toList()) {
        Files.delete(file);
      }
    }
  }

  void add(String name, String html) throws IOException {
    Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".html"), html);
  }

  /** The errors: file, line and message. */
  List<String> errors() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.eclipse.jetty.util.log.announce=false",
                "-cp",
                "target/html-checker/*",
                "nu.validator.client.SimpleCommandLineValidator",
                "--errors-only",
                "--exit-zero-always",
                "--stdout",
                folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // Java prints that it read this variable
    Process checker = builder.start();
    String output = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (checker.waitFor() != 0) {
      throw new IllegalStateException("The HTML checker failed: " + output);
    }
    return output.lines().toList();
  }
}

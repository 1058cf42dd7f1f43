package nl.uitweg.screens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTML checker of the W3C, as a process of its own over a folder of pages. Its warnings and
 * remarks are not errors.
 */
final class HtmlValidator {

  private final Path folder;

  /** Empties the folder for the pages. */
  HtmlValidator(String name) throws IOException {
    folder = Files.createDirectories(Path.of("target/html-checked", name));
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
  }

  void add(String name, String html) throws IOException {
    Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".html"), html);
  }

  /** What is wrong: file, line and why. */
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
    Process checker = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (checker.waitFor() != 0) {
      throw new IllegalStateException("The HTML checker failed: " + said);
    }
    return said.lines().toList();
  }
}

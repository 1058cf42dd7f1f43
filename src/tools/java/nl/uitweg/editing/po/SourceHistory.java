package nl.uitweg.editing.po;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Older versions of the Dutch files, from Git, so that a translator sees what changed in a text.
 * Without Git or without its history there are none, and a stale text is shown without its older
 * Dutch text.
 */
final class SourceHistory {

  private static final int MAX_VERSIONS = 200;

  private final Path root;
  private final Map<String, List<String>> commits = new HashMap<>();
  private final Map<String, Optional<String>> versions = new HashMap<>();

  /**
   * @param root folder with {@code content/} and {@code i18n/}
   */
  SourceHistory(Path root) {
    this.root = root;
  }

  /**
   * The newest older version of a file that the reader accepts.
   *
   * @param file path relative to the root
   * @param reader reads what is needed from a version; empty when it is not the one to find
   */
  <T> Optional<T> find(String file, Function<String, Optional<T>> reader) {
    return commits
        .computeIfAbsent(
            file,
            path ->
                git("log", "-" + MAX_VERSIONS, "--format=%H", "--", path)
                    .map(output -> output.lines().toList())
                    .orElse(List.of()))
        .stream()
        .map(commit -> commit + ":./" + file)
        .map(version -> versions.computeIfAbsent(version, name -> git("show", name)))
        .flatMap(Optional::stream)
        .map(reader)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Output of a Git command; empty when Git is missing or the command fails. */
  private Optional<String> git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(root.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

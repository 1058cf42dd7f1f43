package nl.uitweg.editing.po;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
  private final Map<LocalDate, String> commitOfDay = new HashMap<>();

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

  /** The file as it is now; empty when it does not exist. */
  Optional<String> current(String file) {
    try {
      Path path = root.resolve(file);
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /**
   * The file as it was at the end of a day; empty when it did not exist then.
   *
   * @throws IllegalStateException when Git has no commit of that day or before
   */
  Optional<String> onDay(String file, LocalDate day) {
    String commit =
        commitOfDay.computeIfAbsent(
            day,
            key ->
                git("log", "-1", "--before=" + key + "T23:59:59", "--format=%H")
                    .map(String::strip)
                    .filter(hash -> !hash.isEmpty())
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "Git has no commit of "
                                    + key
                                    + " or before; get the whole"
                                    + " history first, for example with git fetch --unshallow")));
    return git("show", commit + ":./" + file);
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

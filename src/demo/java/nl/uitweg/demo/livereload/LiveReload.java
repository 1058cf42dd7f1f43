package nl.uitweg.demo.livereload;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.dev.spi.HotReplacementContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings changed sources into the running application. When they are invalid, it reports why and
 * restores the last valid state.
 */
final class LiveReload {

  private final List<SourceFolder> folders;
  private final Path output;
  private final IncrementalCompiler compiler;
  private final RenderedPages pages;
  private final PrintStream terminal;
  private final Set<Path> pending = new TreeSet<>();

  LiveReload(
      List<SourceFolder> folders,
      Path output,
      IncrementalCompiler compiler,
      RenderedPages pages,
      PrintStream terminal) {
    this.folders = folders;
    this.output = output;
    this.compiler = compiler;
    this.pages = pages;
    this.terminal = terminal;
  }

  /** Reports why the application did not start; the next change tries again. */
  void reportFirstStart() {
    problem().ifPresent(problem -> terminal.printf("%nNOT STARTED: %s%n%n", problem));
  }

  /**
   * Applies changes, together with earlier ones that were invalid.
   *
   * @param changed files that are new, changed or removed
   * @param all every source file
   */
  void apply(Set<Path> changed, Set<Path> all) throws IOException, InterruptedException {
    long start = System.nanoTime();
    pending.addAll(changed);
    try {
      boolean worked = problem().isEmpty();
      OutputChange change = prepare(all);
      change.apply();
      Optional<String> problem = restart();
      if (problem.isPresent() && worked) {
        change.undo();
        restart();
      }
      if (problem.isPresent()) {
        throw new InvalidSourceException(problem.get());
      }
      terminal.printf(
          "Reloaded in %.1f s: %s%n", (System.nanoTime() - start) / 1e9, names(pending));
      pending.clear();
    } catch (InvalidSourceException invalid) {
      terminal.printf(
          "%nNOT RELOADED: %s%n%s%nThe site shows the last valid state.%n%n",
          names(pending), invalid.getMessage());
    }
  }

  private OutputChange prepare(Set<Path> all) throws IOException, InvalidSourceException {
    OutputChange change = new OutputChange(output);
    Set<Path> java = new TreeSet<>();
    for (Path file : pending) {
      SourceFolder folder =
          folders.stream().filter(f -> f.contains(file)).findFirst().orElseThrow();
      String name = folder.nameOf(file);
      if (SourceFolder.isJava(file)) {
        classFiles(name).forEach(change::remove);
        if (Files.exists(file)) {
          java.add(file);
        }
      } else if (Files.exists(file)) {
        change.put(name, Files.readAllBytes(file));
      } else {
        change.remove(name);
      }
    }
    Set<Path> sources = all.stream().filter(SourceFolder::isJava).collect(Collectors.toSet());
    compiler.compile(java, sources).forEach(change::put);
    return change;
  }

  /** The compiled files of a Java file, with nested classes. */
  private List<String> classFiles(String name) throws IOException {
    Path folder = Objects.requireNonNull(output.resolve(name).getParent());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    String simpleName = name.substring(name.lastIndexOf('/') + 1);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches(simpleName + "(\\$.*)?\\.class"))
          .map(file -> output.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  /** Restarts the application; returns why that failed. */
  private Optional<String> restart() throws IOException, InterruptedException {
    HotReplacementContext quarkus = DevConsoleManager.getHotReplacementContext();
    try {
      // Not in the interface: doScan(userInitiated, forceRestart).
      quarkus
          .getClass()
          .getMethod("doScan", boolean.class, boolean.class)
          .invoke(quarkus, true, true);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This version of Quarkus has no forced restart", e);
    }
    Optional<String> problem = problem();
    return problem.isPresent() ? problem : pages.firstFailure(pending);
  }

  private static Optional<String> problem() {
    return Optional.ofNullable(DevConsoleManager.getHotReplacementContext())
        .map(HotReplacementContext::getDeploymentProblem)
        .map(LiveReload::describe);
  }

  /** The message of the innermost cause that has one, where file and line are named. */
  private static String describe(Throwable problem) {
    String message = problem.toString();
    for (Throwable t = problem; t != null; t = t.getCause()) {
      message = t.getMessage() == null ? message : t.getMessage();
    }
    return message;
  }

  private static String names(Set<Path> files) {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(", "));
  }
}

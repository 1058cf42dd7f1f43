package nl.uitweg.demo.livereload;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles changed classes, and the classes that mention them when they changed visibly. Checks of
 * Error Prone and warnings are left to the build.
 */
final class IncrementalCompiler {

  private static final List<String> OPTIONS =
      List.of("-parameters", "-g", "-proc:none", "-implicit:none", "-nowarn", "--release", "17");

  private final Path output;
  private final List<Path> classPath;

  /**
   * @param output folder with the classes of the running application
   * @param libraries class path of the application without its own classes
   */
  IncrementalCompiler(Path output, Collection<Path> libraries) {
    this.output = output;
    this.classPath = Stream.concat(Stream.of(output), libraries.stream()).toList();
  }

  /**
   * Compiles files.
   *
   * @param changed source files that exist
   * @param all every source file
   * @return class files by their name in the class path
   * @throws InvalidSourceException with the messages of the compiler
   */
  Map<String, byte[]> compile(Set<Path> changed, Set<Path> all)
      throws IOException, InvalidSourceException {
    if (changed.isEmpty()) {
      return Map.of();
    }
    Map<String, byte[]> compiled = compileOnly(changed);
    Set<String> visible = visiblyChanged(compiled);
    if (visible.isEmpty()) {
      return compiled;
    }
    Set<Path> affected = new TreeSet<>(changed);
    affected.addAll(ChangedClasses.mentions(visible, all));
    return affected.equals(changed) ? compiled : compileOnly(affected);
  }

  /** Simple names of the classes that look different to other classes. */
  private Set<String> visiblyChanged(Map<String, byte[]> compiled) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, byte[]> file : compiled.entrySet()) {
      Path before = output.resolve(file.getKey());
      if (Files.exists(before)
          && !ChangedClasses.looksTheSame(Files.readAllBytes(before), file.getValue())) {
        names.add(before.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", ""));
      }
    }
    return names;
  }

  private Map<String, byte[]> compileOnly(Set<Path> sources)
      throws IOException, InvalidSourceException {
    Path folder = Files.createTempDirectory("classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      boolean valid =
          compiler
              .getTask(
                  null,
                  files,
                  diagnostics,
                  OPTIONS,
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!valid) {
        throw new InvalidSourceException(describe(diagnostics));
      }
      return readAndDelete(folder);
    } finally {
      readAndDelete(folder);
    }
  }

  private static String describe(DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(
            diagnostic ->
                (diagnostic.getSource() == null
                        ? ""
                        : diagnostic.getSource().getName()
                            + ":"
                            + diagnostic.getLineNumber()
                            + ": ")
                    + diagnostic.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, byte[]> readAndDelete(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    if (!Files.exists(folder)) {
      return contents;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        contents.put(
            folder.relativize(path).toString().replace(File.separatorChar, '/'),
            Files.readAllBytes(path));
      }
      Files.delete(path);
    }
    return contents;
  }
}

package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the classes and resources with which the application starts: those of the last build, and
 * what changed since then.
 *
 * @param built the result of the last build
 * @param output the folder to fill; what was in it is replaced
 */
record FirstOutput(List<SourceFolder> folders, Path built, Path output) {

  void update(Set<Path> sources, IncrementalCompiler compiler) throws IOException {
    delete(output);
    copy(built, output);
    Set<Path> java = new TreeSet<>();
    for (SourceFolder folder : folders) {
      for (Path file : sources.stream().filter(folder::contains).toList()) {
        if (!SourceFolder.isJava(file)) {
          copyFile(file, output.resolve(folder.nameOf(file)));
        } else if (isOlder(output.resolve(folder.nameOf(file) + ".class"), file)) {
          java.add(file);
        }
      }
    }
    Set<Path> all = sources.stream().filter(SourceFolder::isJava).collect(Collectors.toSet());
    OutputChange change = new OutputChange(output);
    try {
      compiler.compile(java, all).forEach(change::put);
    } catch (InvalidSourceException invalid) {
      throw new IllegalStateException(invalid.getMessage(), invalid);
    }
    change.apply();
  }

  private static boolean isOlder(Path classFile, Path source) throws IOException {
    return !Files.exists(classFile)
        || Files.getLastModifiedTime(classFile).compareTo(Files.getLastModifiedTime(source)) < 0;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> paths;
      try (Stream<Path> walk = Files.walk(folder)) {
        paths = walk.sorted(java.util.Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        copyFile(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}

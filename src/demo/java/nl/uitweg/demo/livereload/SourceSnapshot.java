package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Modification times and sizes of all source files at one moment. */
record SourceSnapshot(Map<Path, State> files) {

  record State(FileTime modified, long size) {}

  static SourceSnapshot of(List<SourceFolder> folders) throws IOException {
    Map<Path, State> files = new HashMap<>();
    for (SourceFolder folder : folders) {
      Files.walkFileTree(
          folder.path(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isTemporary(file)) {
                files.put(file, new State(attributes.lastModifiedTime(), attributes.size()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException removedMeanwhile) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return new SourceSnapshot(Map.copyOf(files));
  }

  /** Files that editors write beside the file that is being edited. */
  private static boolean isTemporary(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
  }

  /** Files that are new, changed or removed in this snapshot. */
  Set<Path> changedSince(SourceSnapshot earlier) {
    Set<Path> changed = new TreeSet<>();
    files.forEach(
        (file, state) -> {
          if (!state.equals(earlier.files.get(file))) {
            changed.add(file);
          }
        });
    earlier.files.keySet().stream().filter(f -> !files.containsKey(f)).forEach(changed::add);
    return changed;
  }
}

package nl.uitweg.demo.livereload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A set of changes to the folder with the classes and resources of the running application. */
final class OutputChange {

  private final Path output;
  private final Map<Path, Optional<byte[]>> newContents = new LinkedHashMap<>();
  private final Map<Path, Optional<byte[]>> oldContents = new LinkedHashMap<>();

  /**
   * @param output the folder; nothing in it changes before {@link #apply}
   */
  OutputChange(Path output) {
    this.output = output;
  }

  void put(String name, byte[] content) {
    newContents.put(output.resolve(name), Optional.of(content));
  }

  void remove(String name) {
    newContents.put(output.resolve(name), Optional.empty());
  }

  void apply() throws IOException {
    for (Path file : newContents.keySet()) {
      oldContents.put(
          file, Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : empty());
    }
    write(newContents);
  }

  void undo() throws IOException {
    write(oldContents);
  }

  private static Optional<byte[]> empty() {
    return Optional.empty();
  }

  private static void write(Map<Path, Optional<byte[]>> contents) throws IOException {
    for (Map.Entry<Path, Optional<byte[]>> file : contents.entrySet()) {
      if (file.getValue().isPresent()) {
        Files.createDirectories(file.getKey().getParent());
        Files.write(file.getKey(), file.getValue().get());
      } else {
        Files.deleteIfExists(file.getKey());
      }
    }
  }
}

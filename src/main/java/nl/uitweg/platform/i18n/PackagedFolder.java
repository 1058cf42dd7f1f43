package nl.uitweg.platform.i18n;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Folders of files that travel inside the application: {@code i18n/} and {@code content/}. An
 * installation with words and facts of its own names its folders in {@code portal.i18n.directory}
 * and {@code portal.content.directory}; these are then read instead.
 */
public final class PackagedFolder {

  private PackagedFolder() {}

  /** Reads a folder as if it were on disk; the path is valid only during the call. */
  public static <T> T folder(String name, Function<Path, T> reader) {
    String setting = "portal." + name + ".directory";
    Optional<Path> own = ConfigProvider.getConfig().getOptionalValue(setting, Path.class);
    return own.isPresent() ? reader.apply(existing(setting, own.get())) : packaged(name, reader);
  }

  private static Path existing(String setting, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(setting + ": there is no folder " + folder);
    }
    return folder;
  }

  private static <T> T packaged(String name, Function<Path, T> reader) {
    List<T> found = new ArrayList<>();
    try {
      ClassPathUtils.consumeAsPaths(
          Thread.currentThread().getContextClassLoader(),
          name,
          path -> {
            if (found.isEmpty()) {
              found.add(reader.apply(path));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/ cannot be read", e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(name + "/ is not in the application");
    }
    return found.get(0);
  }
}

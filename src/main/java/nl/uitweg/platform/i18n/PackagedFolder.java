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
 * Reads the folders that are packaged in the application: {@code i18n/} and {@code content/}. An
 * installation can replace them with the settings {@code portal.i18n.directory} and {@code
 * portal.content.directory}.
 */
public final class PackagedFolder {

  private PackagedFolder() {}

  /**
   * Passes the folder with this name to the reader and returns the result. The path of the folder
   * is valid only during the call.
   *
   * @throws IllegalStateException when the folder, or the one in the setting, does not exist
   */
  public static <T> T read(String name, Function<Path, T> reader) {
    Optional<Path> override = inSetting("portal." + name + ".directory");
    return override.isPresent() ? reader.apply(override.get()) : readPackaged(name, reader);
  }

  /**
   * The folder that a setting names; empty when it names none.
   *
   * @throws IllegalStateException when that folder does not exist
   */
  public static Optional<Path> inSetting(String setting) {
    return ConfigProvider.getConfig()
        .getOptionalValue(setting, Path.class)
        .map(folder -> requireFolder(setting, folder));
  }

  private static Path requireFolder(String setting, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(setting + ": the folder " + folder + " does not exist");
    }
    return folder;
  }

  private static <T> T readPackaged(String name, Function<Path, T> reader) {
    List<T> result = new ArrayList<>();
    try {
      ClassPathUtils.consumeAsPaths(
          Thread.currentThread().getContextClassLoader(),
          name,
          path -> {
            if (result.isEmpty()) {
              result.add(reader.apply(path));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/ cannot be read", e);
    }
    if (result.isEmpty()) {
      throw new IllegalStateException(
          "The folder " + name + "/ is not packaged in the application");
    }
    return result.get(0);
  }
}

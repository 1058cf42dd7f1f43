package nl.uitweg.language;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Folders of files that travel inside the application: {@code i18n/} and {@code content/}. */
public final class Packaged {

  private Packaged() {}

  /** Reads a packaged folder as if it were on disk; the path is valid only during the call. */
  public static <T> T folder(String name, Function<Path, T> reader) {
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

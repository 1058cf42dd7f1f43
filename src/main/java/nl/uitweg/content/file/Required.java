package nl.uitweg.content.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks in the constructors of content records; the message reaches the editor with file and line.
 */
public final class Required {

  private Required() {}

  /**
   * @throws IllegalArgumentException when the value is null or blank
   */
  public static void present(@Nullable Object value, String key) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
  }

  /** A copy; empty when there is none. */
  public static <T> List<T> listOf(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}

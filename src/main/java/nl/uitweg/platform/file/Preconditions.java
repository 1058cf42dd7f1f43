package nl.uitweg.platform.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Argument checks for the constructors of content records. {@link YamlFile} adds file and line to
 * the message, which editors read.
 */
public final class Preconditions {

  private Preconditions() {}

  /**
   * @throws IllegalArgumentException when the value is null or blank
   */
  public static void requirePresent(@Nullable Object value, String key) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
  }

  /** An immutable copy of the list; an empty list for null. */
  public static <T> List<T> copyOrEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}

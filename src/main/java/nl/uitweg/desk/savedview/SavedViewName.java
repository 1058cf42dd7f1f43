package nl.uitweg.desk.savedview;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that a saved view can have. There is no free text, because it would hold addresses and
 * names of people.
 */
public enum SavedViewName {
  MORNING("morning"),
  FIRST("first"),
  WAITING("waiting"),
  WEEKLY("weekly"),
  REVIEW("review"),
  YOUTH("youth"),
  LABOUR("labour"),
  SEXUAL("sexual"),
  CRIMINAL("criminal"),
  HOUSING("housing"),
  CONSULT("consult"),
  STAND_IN("stand-in");

  private final String key;

  SavedViewName(String key) {
    this.key = key;
  }

  /** The key as stored, and as used in forms and texts; it must not change. */
  public String key() {
    return key;
  }

  /** The name with this key; empty when there is none. */
  public static Optional<SavedViewName> ofKey(@Nullable String key) {
    return Stream.of(values()).filter(name -> name.key.equals(key)).findFirst();
  }
}

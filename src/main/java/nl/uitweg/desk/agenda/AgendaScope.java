package nl.uitweg.desk.agenda;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose items the page of the agenda shows. */
enum AgendaScope {
  MINE("mine"),
  MUNICIPALITY("municipality");

  private final String key;

  AgendaScope(String key) {
    this.key = key;
  }

  /** The key as used in addresses, forms and texts. */
  String key() {
    return key;
  }

  /** The address of the page with this scope. */
  String address() {
    return AgendaResource.PATH + (this == MINE ? "" : "?of=" + key);
  }

  static Optional<AgendaScope> ofKey(@Nullable String key) {
    return Stream.of(values()).filter(scope -> scope.key.equals(key)).findFirst();
  }
}

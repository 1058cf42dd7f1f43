package nl.uitweg.report.agenda;

import java.util.Optional;
import java.util.stream.Stream;

/** What an officer means to do. */
public enum AgendaKind {
  CALL("call"),
  READ_ANSWER("answer"),
  CONSULT("consult"),
  /** Ask an interpreter to translate what the reporter wrote. */
  INTERPRETER("interpreter"),
  /** Look again at a report for which nothing can be done now. */
  REVIEW("review"),
  OTHER("other");

  private final String key;

  AgendaKind(String key) {
    this.key = key;
  }

  /** The key as stored, and as used in forms and texts; it must not change. */
  public String key() {
    return key;
  }

  /** The kind with this key; empty when there is none. */
  public static Optional<AgendaKind> ofKey(String key) {
    return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}

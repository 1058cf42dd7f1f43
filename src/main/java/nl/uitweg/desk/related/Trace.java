package nl.uitweg.desk.related;

/**
 * An address, telephone number, number plate or profile in a report, which another report may
 * mention too.
 *
 * @param value normalised form, which is equal only in reports that certainly have the trace
 * @param original the text that the desk shows: as it was written
 */
record Trace(Kind kind, String value, String original) {

  /** What kind of trace it is. The key is part of the blind index, so it must never change. */
  enum Kind {
    ADDRESS("address"),
    PHONE("phone"),
    PLATE("plate"),
    PROFILE("profile");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** Omits the value, because the result may be logged. */
  @Override
  public String toString() {
    return "Trace of kind " + kind.key();
  }
}

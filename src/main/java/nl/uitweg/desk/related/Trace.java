package nl.uitweg.desk.related;

/**
 * Something in a report that another report may have too.
 *
 * @param value brought to one form, so that the same thing is equal however it was written
 * @param shown as it was written
 */
record Trace(Kind kind, String value, String shown) {

  /** What it is; the name is the kind of the blind index and never changes. */
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

  /** Never the value: this may end in a log. */
  @Override
  public String toString() {
    return "Trace of kind " + kind.key();
  }
}

package nl.uitweg.report.intake;

/** The reason why a file was not accepted, and the name under which the visitor sent it. */
public record FileProblem(Reason reason, String name) {

  /** The reason. */
  public enum Reason {
    TOO_LARGE,
    TOO_MANY,
    KIND,
    INFECTED,
    /**
     * It may contain location, time or device metadata, and the visitor has not agreed to send
     * that.
     */
    NOT_CLEANABLE;

    /** Key in messages, for example {@code too-large}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Omits the name, because the result may be logged. */
  @Override
  public String toString() {
    return "FileProblem " + reason;
  }
}

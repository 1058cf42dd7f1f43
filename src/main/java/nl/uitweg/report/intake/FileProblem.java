package nl.uitweg.report.intake;

/** Why a file was not taken, and the name the visitor knows it by. */
public record FileProblem(Reason reason, String name) {

  /** What is wrong with a file. */
  public enum Reason {
    TOO_LARGE,
    TOO_MANY,
    KIND,
    INFECTED,
    /** It may hold place, time or device, and the visitor has not agreed to that. */
    NOT_CLEANABLE;

    /** As in texts: {@code too-large}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Never the name: this may end in a log. */
  @Override
  public String toString() {
    return "FileProblem " + reason;
  }
}

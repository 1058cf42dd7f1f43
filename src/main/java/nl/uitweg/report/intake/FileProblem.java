package nl.uitweg.report.intake;

import java.util.Locale;

/** The reason why a file was not accepted, and its name with unsafe characters replaced. */
public record FileProblem(Reason reason, String name) {

  /** Why a file was not accepted. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    TOO_MANY,
    /** Its type is not one of {@link FileType}. */
    KIND,
    INFECTED,
    /**
     * The file may contain location, time or device metadata, and the visitor has not agreed to
     * send that.
     */
    NOT_CLEANABLE;

    /** Last part of the key of its text, for example {@code too-large}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Omits the name, because the result may be logged. */
  @Override
  public String toString() {
    return "FileProblem " + reason;
  }
}

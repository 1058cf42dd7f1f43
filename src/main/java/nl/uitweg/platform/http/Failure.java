package nl.uitweg.platform.http;

import java.sql.SQLException;

/**
 * Describes an exception for the log without its message, which may contain what a visitor typed.
 */
public final class Failure {

  private static final int MAX_STACK_FRAMES = 12;

  private Failure() {}

  /** Exception classes, SQLSTATE codes and the first stack frames of the failure and its causes. */
  public static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder("Unexpected failure");
    for (Throwable t = failure; t != null; t = t.getCause()) {
      text.append("\n").append(t.getClass().getName());
      if (t instanceof SQLException database) {
        text.append(" ").append(database.getSQLState()); // five characters, no data
      }
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(MAX_STACK_FRAMES, frames.length); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      if (t.getCause() == t) {
        break;
      }
    }
    return text.toString();
  }
}

package nl.uitweg.platform.persistence;

import java.sql.SQLException;

/** Recognises a statement that waited longer for a lock than {@code lock_timeout} allows. */
public final class LockTimeout {

  /** SQLSTATE lock_not_available. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private LockTimeout() {}

  /** Whether the failure, or one of its causes, was reported for such a statement. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

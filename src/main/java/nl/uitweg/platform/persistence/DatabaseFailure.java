package nl.uitweg.platform.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/**
 * Recognises failures of the database that pass by themselves or by the work of an administrator,
 * so that the visitor should try again later: a broken or refused connection, a full disk, a server
 * that only allows reading, a lock that was not free in time, or a change by somebody else at the
 * same moment.
 */
public final class DatabaseFailure {

  /** SQLSTATE of a transaction that wants to write on a server that only allows reading. */
  private static final String READ_ONLY = "25006";

  private DatabaseFailure() {}

  /** Whether the failure, or one of its causes or suppressed failures, is such a failure. */
  public static boolean isTemporary(Throwable failure) {
    if (LockTimeout.isCauseOf(failure)) {
      return true;
    }
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof OptimisticLockException
          || (cause instanceof SQLException sql && isTemporary(sql))) {
        return true;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        if (isTemporary(suppressed)) {
          return true;
        }
      }
      cause = cause.getCause() == cause ? null : cause.getCause();
    }
    return false;
  }

  /**
   * By class of SQLSTATE: connection exception (08), transaction that was rolled back because of
   * another one, such as after a deadlock (40), insufficient resources such as a full disk (53),
   * intervention of an administrator such as a shutdown (57P), system error of the server such as
   * of its disk (58). The pool of connections throws an exception without a SQLSTATE when no
   * connection was free in time.
   */
  private static boolean isTemporary(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return failure instanceof SQLTransientException
          || String.valueOf(failure.getMessage()).startsWith("Acquisition timeout")
          || String.valueOf(failure.getMessage()).startsWith("Sorry, acquisition timeout");
    }
    return state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58")
        || state.equals(READ_ONLY);
  }
}

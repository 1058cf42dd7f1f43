package nl.uitweg.testsupport;

import java.util.List;

/** Reads the audit events as a superuser of the database. */
public final class AuditRows {

  private AuditRows() {}

  /**
   * The events of an object, oldest first, each as one line with actor, action, result and reason.
   * Omits the event {@code received}, which the system itself writes.
   */
  public static List<String> about(String object) {
    return SuperuserDatabase.values(
        "select concat_ws(' ', actor, action, result, nullif(reason, '')) from audit_event"
            + " where object = ? and action <> 'received' order by position",
        object);
  }

  /** Number of refusals recorded for an actor. */
  public static int refusals(String actor) {
    return SuperuserDatabase.values(
            "select action from audit_event where result = 'refused' and actor = ?", actor)
        .size();
  }
}

package nl.uitweg.desk.officer;

import java.util.List;
import java.util.Set;

/**
 * The user who is logged in at the desk, read from the verified token only.
 *
 * @param name user name, as it is recorded in the audit trail
 * @param municipalities ids of the municipalities in the token; the user may read their reports
 *     only with the role {@link #OFFICER}
 */
public record Officer(String name, Set<String> roles, List<String> municipalities) {

  public static final String OFFICER = "officer";
  public static final String CARE_COORDINATOR = "care-coordinator";
  public static final String AUDITOR = "auditor";
  public static final String ADMINISTRATOR = "administrator";

  public boolean isAuditor() {
    return roles.contains(AUDITOR);
  }

  public boolean mayReadReports() {
    return roles.contains(OFFICER) && !municipalities.isEmpty();
  }
}

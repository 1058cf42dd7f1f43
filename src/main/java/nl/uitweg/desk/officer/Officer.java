package nl.uitweg.desk.officer;

import java.util.List;
import java.util.Set;

/**
 * Who is at the desk, from the verified token and nothing else.
 *
 * @param name user name, as it stands in the audit
 * @param municipalities of which reports may be seen; empty for roles that see none
 */
public record Officer(String name, Set<String> roles, List<String> municipalities) {

  public static final String OFFICER = "officer";
  public static final String CARE_COORDINATOR = "care-coordinator";
  public static final String AUDITOR = "auditor";
  public static final String ADMINISTRATOR = "administrator";

  public boolean isAuditor() {
    return roles.contains("auditor");
  }

  public boolean mayReadReports() {
    return roles.contains(OFFICER) && !municipalities.isEmpty();
  }
}

package nl.uitweg.desk.route;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.uitweg.audit.AuditAction;

/**
 * Declares a route of the desk: it runs in a transaction that sees only the rows of {@link #rows},
 * and it records {@link #records} in the audit trail. {@code RolesAllowed} declares who may use it.
 * The application does not start when a route of the desk lacks either ({@link DeskRoutes}).
 */
@InterceptorBinding
@Transactional
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DeskAction {

  /** The rows that the transaction sees. */
  @Nonbinding
  Rows rows() default Rows.REPORTS;

  /**
   * The actions that the route records. When it shows a page or redirects after a form, and has
   * added no event with one of them, the first is recorded as done, about the report or referral in
   * the address. A form that is answered with a page must add its event itself; otherwise the
   * response is an error. Empty for a route that neither shows nor changes a report.
   */
  @Nonbinding
  AuditAction[] records();

  /** A restriction of the transaction by row-level security. */
  enum Rows {
    /**
     * Reports of the user's municipalities and reports that no municipality has taken. A user who
     * may not read reports gets 404.
     */
    REPORTS,

    /**
     * As {@link #REPORTS}, but a user who may not read reports sees none instead of getting 404.
     */
    OWN_REPORTS_IF_ANY,

    /**
     * Referrals that the user may receive: those to the care coordination for a care coordinator,
     * otherwise as {@link #REPORTS}.
     */
    RECEIVED_REFERRALS,

    /** No reports: only the audit events, and numbers of reports. */
    NONE
  }
}

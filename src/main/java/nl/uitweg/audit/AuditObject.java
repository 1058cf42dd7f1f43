package nl.uitweg.audit;

import java.util.UUID;

/**
 * What the action of an audit event was applied to.
 *
 * @param name the name as stored: a kind, and for most kinds an id after a slash
 */
public record AuditObject(String name) {

  private static final String REPORT_PREFIX = "report/";
  private static final String DOSSIER_PREFIX = "dossier/";

  /** The desk as a whole. */
  public static final AuditObject DESK = new AuditObject("desk");

  /** All reports that the officer may see. */
  public static final AuditObject REPORTS = new AuditObject("reports");

  /** The reports that a machine may have sent. */
  public static final AuditObject DOUBTED_REPORTS = new AuditObject("doubted");

  /** The agenda of officers. */
  public static final AuditObject AGENDA = new AuditObject("agenda");

  /** The list of received referrals. */
  public static final AuditObject REFERRALS = new AuditObject("referrals");

  /** The list of dossiers. */
  public static final AuditObject DOSSIERS = new AuditObject("dossiers");

  /** The audit events. */
  public static final AuditObject AUDIT = new AuditObject("audit");

  /** The state of the installation. */
  public static final AuditObject INSTALLATION = new AuditObject("admin");

  public static AuditObject report(UUID id) {
    return new AuditObject(REPORT_PREFIX + id);
  }

  public static AuditObject referral(UUID id) {
    return new AuditObject("referral/" + id);
  }

  public static AuditObject dossier(UUID id) {
    return new AuditObject(DOSSIER_PREFIX + id);
  }

  /** A view of the inbox. */
  public static AuditObject inbox(String view) {
    return new AuditObject("inbox/" + view);
  }

  /**
   * Figures.
   *
   * @param selection id of a municipality or {@code region}, and half-years, separated by slashes
   */
  public static AuditObject statistics(String selection) {
    return new AuditObject("statistics/" + selection);
  }

  /**
   * The first events of the audit chain.
   *
   * @param events how many
   */
  public static AuditObject audit(long events) {
    return new AuditObject("audit/" + events);
  }

  /** Whether a stored name is that of one report. */
  public static boolean isReport(String name) {
    return name.startsWith(REPORT_PREFIX);
  }

  /** Whether a stored name is that of one dossier. */
  public static boolean isDossier(String name) {
    return name.startsWith(DOSSIER_PREFIX);
  }

  @Override
  public String toString() {
    return name;
  }
}

package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/**
 * Finds the report that an officer wants to refer, in the caller's transaction. A report that does
 * not exist and a report of another municipality get the same response: 404.
 */
@Singleton
public class ReferableReports {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final DatabaseAccess access;
  private final Reports reports;
  private final RefusalTrail refusals;

  ReferableReports(DatabaseAccess access, Reports reports, RefusalTrail refusals) {
    this.refusals = refusals;
    this.access = access;
    this.reports = reports;
  }

  /**
   * Finds a report for reading. Restricts the transaction to the municipalities of this officer.
   */
  public Report find(String id, Officer officer) {
    scopeTransaction(officer);
    return Report.visible(parseId(id), officer.municipalities())
        .orElseThrow(NotFoundException::new);
  }

  /** As {@link #find}, locked until the transaction ends. */
  Report findForUpdate(String id, Officer officer) {
    scopeTransaction(officer);
    return Report.forChange(parseId(id), officer.municipalities())
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Decrypts the report.
   *
   * @throws NotFoundException when it cannot be decrypted; this is recorded in the audit, and the
   *     case file shows it
   */
  ReportContent open(Report report, Officer officer) {
    try {
      return reports.open(report, officer.municipalities());
    } catch (UnsealException | IllegalStateException e) {
      refusals.add(
          new AuditTrail.Entry(
              officer.name(), "referral-form", "report/" + report.id(), "does-not-open", ""));
      throw new NotFoundException(e);
    }
  }

  /**
   * @throws NotFoundException when the text is not a valid id
   */
  public static UUID parseId(String text) {
    if (!ID.matcher(text).matches()) {
      throw new NotFoundException();
    }
    return UUID.fromString(text);
  }

  private void scopeTransaction(Officer officer) {
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.desk(officer.municipalities());
  }
}

package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.officer.Officer;
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

  private final Reports reports;
  private final RefusalTrail refusals;

  ReferableReports(Reports reports, RefusalTrail refusals) {
    this.refusals = refusals;
    this.reports = reports;
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
          AuditEntry.undecryptable(
              officer.name(), AuditAction.REFERRAL_FORM, AuditObject.report(report.id())));
      throw new NotFoundException(e);
    }
  }
}

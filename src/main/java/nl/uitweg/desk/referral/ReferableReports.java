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
 * Finds the report that an officer wants to refer, in the caller's transaction. What is not there
 * and what is another municipality's look the same: 404.
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

  /** For reading; the transaction is now for this officer's municipalities. */
  public Report find(String id, Officer officer) {
    begin(officer);
    return Report.visible(id(id), officer.municipalities()).orElseThrow(NotFoundException::new);
  }

  /** As {@link #find}, locked until the transaction ends. */
  Report forChange(String id, Officer officer) {
    begin(officer);
    return Report.forChange(id(id), officer.municipalities()).orElseThrow(NotFoundException::new);
  }

  /**
   * @throws NotFoundException when it was altered, which is recorded; the case file says so
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
   * @throws NotFoundException when it is no id
   */
  public static UUID id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new NotFoundException();
    }
    return UUID.fromString(text);
  }

  private void begin(Officer officer) {
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.asDesk(officer.municipalities());
  }
}

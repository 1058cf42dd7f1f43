package nl.uitweg.desk.related;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/** Stores an officer's decision on whether two related reports are about the same case. */
@Path("backoffice/reports/{id}/links")
@RolesAllowed(Officer.OFFICER)
class LinkResource {

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final Reports reports;
  private final RelatedReports relatedReports;
  private final AuditTrail audit;

  LinkResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      Reports reports,
      RelatedReports relatedReports,
      AuditTrail audit) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.reports = reports;
    this.relatedReports = relatedReports;
    this.audit = audit;
  }

  /**
   * Form field {@code same} (about the same case) or {@code other} (about another case) holds the
   * id of the other report.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.LINK, AuditAction.UNLINK})
  public Response decide(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    boolean same = form.containsKey("same");
    UUID reportId = reportInAddress.get().id();
    UUID otherId =
        reports
            .findVisible(
                ReportInAddress.parseId(form.getFirst(same ? "same" : "other")),
                officer.municipalities())
            .map(Report::id)
            .orElseThrow(NotFoundException::new);
    if (reportId.equals(otherId)) {
      throw new NotFoundException();
    }
    relatedReports.decide(reportId, otherId, same, officer.name());
    audit.add(
        AuditEntry.done(
            officer.name(),
            same ? AuditAction.LINK : AuditAction.UNLINK,
            AuditObject.report(reportId),
            AuditObject.report(otherId).name()));
    return Response.seeOther(
            URI.create("/backoffice/reports/" + reportId + ReturnAddress.query(request)))
        .build();
  }
}

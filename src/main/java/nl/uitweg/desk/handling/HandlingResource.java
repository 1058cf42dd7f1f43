package nl.uitweg.desk.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Changes the assignee, the urgency and the labels of a report with one form. When a colleague has
 * changed them since the officer opened the page, nothing is stored and both versions are shown.
 */
@Path("backoffice/reports/{id}/handling")
@RolesAllowed(Officer.OFFICER)
class HandlingResource {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final DeskFactory deskFactory;
  private final ReportIndexer indexer;
  private final HandlingPanel panel;
  private final HandlingChanges changes;
  private final RefusalTrail refusals;

  HandlingResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      DeskFactory deskFactory,
      ReportIndexer indexer,
      HandlingPanel panel,
      HandlingChanges changes,
      RefusalTrail refusals) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.deskFactory = deskFactory;
    this.indexer = indexer;
    this.panel = panel;
    this.changes = changes;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/handling")
  static class Templates {
    static native TemplateInstance problem(
        Desk desk, HandlingPanel.View handling, String back, String problem, String storedSummary);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.ASSIGN, AuditAction.URGENCY, AuditAction.LABEL})
  public Response change(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    // Before the report is locked: indexing has its own transaction.
    indexer.index(reportInAddress.id(), officer.municipalities());
    Report report = reportInAddress.getForUpdate();
    Optional<Handling> handling = changes.handling(report);
    HandlingValues stored = panel.stored(report);
    HandlingValues requested = panel.requested(form, stored);
    Desk desk = deskFactory.create(request, officer, "handling.problem-title");
    if (report.municipality().isEmpty() || handling.isEmpty()) {
      return refuse(CONFLICT, "handling.problem-take", report, stored, requested, desk);
    }
    if (!stored.version().equals(form.getFirst("seen"))) {
      return refuse(CONFLICT, "handling.problem-changed", report, stored, requested, desk);
    }
    if (requested.assignee().isEmpty() && !stored.assignee().isEmpty() && isBegun(report)) {
      return refuse(UNPROCESSABLE, "handling.problem-nobody", report, stored, requested, desk);
    }
    if (!requested.assignee().equals(stored.assignee())
        && !changes.isAssignable(requested.assignee(), report, officer)) {
      return refuse(UNPROCESSABLE, "handling.problem-unknown", report, stored, requested, desk);
    }
    changes.apply(report, handling.get(), stored, requested, officer);
    String list = ReturnAddress.query(request);
    return Response.seeOther(URI.create("/backoffice/reports/" + report.id() + list + "#handling"))
        .build();
  }

  /** Whether the report is in progress or waits for its reporter; then somebody must have it. */
  private static boolean isBegun(Report report) {
    return report.state() == ReportState.IN_PROGRESS
        || report.state() == ReportState.WAITING_FOR_REPORTER;
  }

  private Response refuse(
      int status,
      String problemKey,
      Report report,
      HandlingValues stored,
      HandlingValues requested,
      Desk desk) {
    Officer officer = desk.officer();
    boolean unknownAssignee = status == UNPROCESSABLE;
    refusals.add(
        AuditEntry.refused(officer.name(), AuditAction.HANDLE, AuditObject.report(report.id())));
    TemplateInstance page =
        Templates.problem(
            desk,
            panel.view(report, stored, requested, unknownAssignee, officer, desk.texts()),
            "/backoffice/reports/" + report.id() + desk.from(),
            desk.texts().get(problemKey, requested.assignee()),
            status == CONFLICT ? HandlingPanel.summary(stored, officer, desk.texts()) : "");
    return HtmlResponse.of(status, page);
  }
}

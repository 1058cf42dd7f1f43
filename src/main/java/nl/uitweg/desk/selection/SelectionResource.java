package nl.uitweg.desk.selection;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/**
 * Does one act with the reports that an officer ticked in the inbox, and returns to the list. A
 * report that the officer may not see, that a colleague is changing, or for which the act is not
 * possible, is left out and counted.
 */
@Path("backoffice/selection")
@RolesAllowed(Officer.OFFICER)
class SelectionResource {

  private static final int MAX_REPORTS = 100;

  private final CurrentOfficer current;
  private final Reports reports;
  private final SelectionActs acts;
  private final AuditTrail audit;

  SelectionResource(CurrentOfficer current, Reports reports, SelectionActs acts, AuditTrail audit) {
    this.current = current;
    this.reports = reports;
    this.acts = acts;
    this.audit = audit;
  }

  /**
   * Form field {@code report} holds the ids, {@code act} the name of the act, and the field with
   * that name its value.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(
      records = {AuditAction.TAKE, AuditAction.ASSIGN, AuditAction.LABEL, AuditAction.STATE})
  public Response act(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    String act = Optional.ofNullable(form.getFirst("act")).orElse("");
    String value = Optional.ofNullable(form.getFirst(act)).orElse("");
    List<String> ids = form.getOrDefault("report", List.of());
    int done = 0;
    for (String id : ids.stream().distinct().limit(MAX_REPORTS).toList()) {
      boolean changed =
          find(id, officer).map(report -> acts.apply(act, value, report, officer)).orElse(false);
      done += changed ? 1 : 0;
    }
    if (done == 0) {
      audit.nothingToRecord();
    }
    String list = ReturnAddress.of(request);
    SelectionResult result = new SelectionResult(done, ids.size() - done);
    return Response.seeOther(
            URI.create(list + (list.contains("?") ? "&" : "?") + result.parameters()))
        .build();
  }

  private Optional<Report> find(String id, Officer officer) {
    return ReportInAddress.tryParseId(id)
        .flatMap(uuid -> reports.findForUpdateUnlessLocked(uuid, officer.municipalities()));
  }
}

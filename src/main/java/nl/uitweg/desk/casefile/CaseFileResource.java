package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.indexing.Outcomes;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Reads one report, changes its state, and takes it for a municipality. Each of these is recorded
 * in the audit trail, and so are the actions of {@link MessageResource}, {@link NoteResource},
 * {@link ContactResource} and {@link PostponeResource}.
 */
@Path("backoffice/reports/{id}")
@RolesAllowed(Officer.OFFICER)
class CaseFileResource {

  private final CurrentOfficer current;
  private final CaseFileRequests requests;
  private final Reports reports;
  private final Outcomes outcomes;
  private final CaseFilePages pages;
  private final ReportIndexer indexer;

  CaseFileResource(
      CurrentOfficer current,
      CaseFileRequests requests,
      Reports reports,
      Outcomes outcomes,
      CaseFilePages pages,
      ReportIndexer indexer) {
    this.current = current;
    this.requests = requests;
    this.reports = reports;
    this.outcomes = outcomes;
    this.pages = pages;
    this.indexer = indexer;
  }

  @GET
  @DeskAction(records = AuditAction.READ)
  public Response read(HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forReading(request);
    indexer.indexFirst(caseFile.report().id(), caseFile.officer().municipalities());
    return pages.read(caseFile);
  }

  @POST
  @Path("state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.STATE)
  public Response state(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    Report report = caseFile.report();
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, AuditAction.STATE, conflict.get(), CaseFileInput.EMPTY);
    }
    try {
      reports.changeState(
          report, ReportState.of(Optional.ofNullable(form.getFirst("to")).orElse("")));
      outcomes.replace(report, Optional.ofNullable(form.getFirst("outcome")).orElse(""));
      return pages.recordAndRedirect(caseFile, AuditAction.STATE, report.state().key());
    } catch (StateChangeNotAllowedException | IllegalArgumentException e) {
      return pages.refuse(
          CaseFilePages.CONFLICT,
          caseFile,
          AuditAction.STATE,
          "desk.problem-state",
          CaseFileInput.EMPTY);
    }
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.TAKE)
  public Response take(MultivaluedMap<String, String> form, HttpServerRequest request) {
    // Before the report is locked: indexing has its own transaction.
    indexer.index(requests.reportId(), current.get().municipalities());
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    Report report = caseFile.report();
    Officer officer = caseFile.officer();
    String municipality = form.getFirst("municipality");
    if (municipality == null
        || !officer.municipalities().contains(municipality)
        || !Reports.canBeTaken(report)) {
      return pages.refuse(
          CaseFilePages.CONFLICT,
          caseFile,
          AuditAction.TAKE,
          "desk.problem-taken",
          CaseFileInput.EMPTY);
    }
    reports.take(report, municipality);
    reports
        .handling(report)
        .filter(handling -> handling.assignedTo().isEmpty())
        .ifPresent(handling -> handling.assign(officer.name()));
    return pages.recordAndRedirect(caseFile, AuditAction.TAKE, municipality);
  }
}

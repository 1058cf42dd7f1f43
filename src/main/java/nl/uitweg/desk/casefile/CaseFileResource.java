package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Outcomes;
import nl.uitweg.report.Report;
import nl.uitweg.report.ReportIndexer;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;

/**
 * One report: reading it, changing its state, taking it. Every one of these is an event in the
 * audit; so is what {@link MessageResource}, {@link NoteResource}, {@link ContactResource} and
 * {@link PostponeResource} do to it.
 */
@Path("backoffice/reports/{id}")
@RolesAllowed(Officer.OFFICER)
class CaseFileResource {

  private final CurrentOfficer current;
  private final CaseFileRequests requests;
  private final Reports reports;
  private final Outcomes outcomes;
  private final VisibleReports visible;
  private final CaseFilePages pages;
  private final ReportIndexer indexer;

  CaseFileResource(
      CurrentOfficer current,
      CaseFileRequests requests,
      Reports reports,
      Outcomes outcomes,
      VisibleReports visible,
      CaseFilePages pages,
      ReportIndexer indexer) {
    this.current = current;
    this.requests = requests;
    this.reports = reports;
    this.outcomes = outcomes;
    this.visible = visible;
    this.pages = pages;
    this.indexer = indexer;
  }

  @GET
  @Transactional
  public Response read(String id, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = visible.find(id, officer);
    indexer.indexFirst(report.id(), officer.municipalities());
    return pages.read(new CaseFilePages.CaseFileRequest(report, officer, request));
  }

  @POST
  @Path("state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response state(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.toChange(id, form, request);
    Report report = caseFile.report();
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, "state", conflict.get(), CaseFileInput.NOTHING);
    }
    try {
      reports.changeState(
          report, ReportState.of(Optional.ofNullable(form.getFirst("to")).orElse("")));
      outcomes.replace(report, Optional.ofNullable(form.getFirst("outcome")).orElse(""));
      return pages.back(caseFile, "state-" + report.state().key());
    } catch (StateChangeNotAllowedException | IllegalArgumentException e) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, "state", "desk.problem-state", CaseFileInput.NOTHING);
    }
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response take(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.toChange(id, form, request);
    Report report = caseFile.report();
    Officer officer = caseFile.officer();
    String municipality = form.getFirst("municipality");
    if (municipality == null
        || !officer.municipalities().contains(municipality)
        || !Reports.canBeTaken(report)) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, "take", "desk.problem-taken", CaseFileInput.NOTHING);
    }
    reports.take(report, municipality);
    indexer.index(report.id(), officer.municipalities());
    Handling.of(report)
        .filter(handling -> handling.assignedTo().isEmpty())
        .ifPresent(handling -> handling.assign(officer.name()));
    return pages.back(caseFile, "take-" + municipality);
  }
}

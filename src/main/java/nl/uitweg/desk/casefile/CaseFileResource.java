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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * Reads one report, changes its state, and lets an officer take it. Each of these is recorded in
 * the audit trail, and so are the actions of {@link MessageResource}, {@link NoteResource}, {@link
 * ContactResource} and {@link PostponeResource}.
 */
@Path("backoffice/reports/{id}")
@RolesAllowed(Officer.OFFICER)
class CaseFileResource {

  /** States that a report gets by what an officer does, and by nothing else. */
  private static final Set<ReportState> FOLLOWS_FROM_ACTS =
      EnumSet.of(ReportState.WAITING_FOR_REPORTER, ReportState.REFERRED);

  private final CurrentOfficer current;
  private final CaseFileRequests requests;
  private final Reports reports;
  private final Outcomes outcomes;
  private final CaseFilePages pages;
  private final ReportIndexer indexer;
  private final OfficerMessages messages;

  CaseFileResource(
      CurrentOfficer current,
      CaseFileRequests requests,
      Reports reports,
      Outcomes outcomes,
      CaseFilePages pages,
      ReportIndexer indexer,
      OfficerMessages messages) {
    this.messages = messages;
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
  @DeskAction(records = {AuditAction.STATE, AuditAction.MESSAGE})
  public Response state(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    Report report = caseFile.report();
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, AuditAction.STATE, conflict.get(), CaseFileInput.EMPTY);
    }
    try {
      ReportState to = ReportState.of(Optional.ofNullable(form.getFirst("to")).orElse(""));
      if (FOLLOWS_FROM_ACTS.contains(to)) {
        return refuseState(caseFile, CaseFilePages.CONFLICT, "actions.problem-facts");
      }
      if (to == ReportState.CLOSED) {
        return close(form, caseFile);
      }
      reports.changeState(report, to);
      outcomes.replace(report, "");
      return pages.recordAndRedirect(caseFile, AuditAction.STATE, report.state().key());
    } catch (StateChangeNotAllowedException | IllegalArgumentException e) {
      return refuseState(caseFile, CaseFilePages.CONFLICT, "desk.problem-state");
    }
  }

  /**
   * Closes the report. A report that the reporter withdrew needs no outcome; any other gets one.
   */
  private Response close(
      MultivaluedMap<String, String> form, CaseFilePages.CaseFileRequest caseFile) {
    String outcome = Optional.ofNullable(form.getFirst("outcome")).orElse("");
    if (!caseFile.report().withdrawn() && !Outcomes.ALL.contains(outcome)) {
      return refuseState(caseFile, CaseFilePages.UNPROCESSABLE, "actions.problem-outcome");
    }
    List<String> phrases =
        form.getOrDefault("phrase", List.of()).stream().filter(id -> !id.isEmpty()).toList();
    if (!phrases.isEmpty()) {
      Optional<Response> refusal = messages.sendWhenClosing(caseFile, phrases);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    reports.changeState(caseFile.report(), ReportState.CLOSED);
    outcomes.replace(caseFile.report(), outcome);
    return pages.recordAndRedirect(caseFile, AuditAction.STATE, ReportState.CLOSED.key());
  }

  private Response refuseState(
      CaseFilePages.CaseFileRequest caseFile, int status, String problemKey) {
    return pages.refuse(status, caseFile, AuditAction.STATE, problemKey, CaseFileInput.EMPTY);
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.TAKE, AuditAction.STATE})
  public Response take(MultivaluedMap<String, String> form, HttpServerRequest request) {
    // Before the report is locked: indexing has its own transaction.
    indexer.index(requests.reportId(), current.get().municipalities());
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    Report report = caseFile.report();
    Officer officer = caseFile.officer();
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(
          CaseFilePages.CONFLICT, caseFile, AuditAction.TAKE, conflict.get(), CaseFileInput.EMPTY);
    }
    Optional<String> municipality = municipality(form, report, officer);
    if (municipality.isEmpty() || !reports.canBeTakenBy(report, officer.name())) {
      return pages.refuse(
          CaseFilePages.CONFLICT,
          caseFile,
          AuditAction.TAKE,
          "desk.problem-taken",
          CaseFileInput.EMPTY);
    }
    if (report.canBeTaken()) {
      reports.take(report, municipality.get());
    }
    pages.record(caseFile, AuditAction.TAKE, municipality.get());
    if (reports.takeUp(report, officer.name())) {
      pages.record(caseFile, AuditAction.STATE, report.state().key());
    }
    return pages.redirect(caseFile);
  }

  /**
   * The municipality for which the officer takes the report: its own, or for a report that was sent
   * to all the one in the form, or the only one of the officer.
   */
  private static Optional<String> municipality(
      MultivaluedMap<String, String> form, Report report, Officer officer) {
    Optional<String> chosen =
        report.canBeTaken()
            ? Optional.ofNullable(form.getFirst("municipality"))
                .filter(id -> !id.isEmpty())
                .or(() -> officer.municipalities().stream().reduce((one, other) -> ""))
            : report.municipality();
    return chosen.filter(officer.municipalities()::contains);
  }
}

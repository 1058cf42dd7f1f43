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
import nl.uitweg.desk.CurrentOfficer;
import nl.uitweg.desk.Officer;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Meeting;
import nl.uitweg.report.RefusedChange;
import nl.uitweg.report.Reports;
import nl.uitweg.report.Signal;
import nl.uitweg.report.SignalState;

/**
 * One report: reading it, changing its state, taking it. Every one of these is an event in the
 * audit; so is what {@link MessageResource}, {@link NoteResource}, {@link ContactResource} and
 * {@link PostponeResource} do to it.
 */
@Path("backoffice/reports/{id}")
@RolesAllowed(Officer.OFFICER)
class CaseFileResource {

  private final CurrentOfficer current;
  private final Requests requests;
  private final Reports reports;
  private final VisibleReports visible;
  private final CaseFilePages pages;
  private final Meeting meeting;

  CaseFileResource(
      CurrentOfficer current,
      Requests requests,
      Reports reports,
      VisibleReports visible,
      CaseFilePages pages,
      Meeting meeting) {
    this.current = current;
    this.requests = requests;
    this.reports = reports;
    this.visible = visible;
    this.pages = pages;
    this.meeting = meeting;
  }

  @GET
  @Transactional
  public Response read(String id, HttpServerRequest request) {
    Officer officer = current.get();
    Signal signal = visible.find(id, officer);
    meeting.meetFirst(signal.id(), officer.municipalities());
    return pages.read(new CaseFilePages.Asked(signal, officer, request));
  }

  @POST
  @Path("state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response state(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.Asked asked = requests.toChange(id, form, request);
    Signal signal = asked.signal();
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), asked);
    if (conflict.isPresent()) {
      pages.refused(asked, "state");
      return pages.refuse(CaseFilePages.CONFLICT, asked, conflict.get(), Typed.NOTHING);
    }
    try {
      reports.change(signal, SignalState.of(Optional.ofNullable(form.getFirst("to")).orElse("")));
      return pages.back(asked, "state-" + signal.state().key());
    } catch (RefusedChange | IllegalArgumentException e) {
      pages.refused(asked, "state");
      return pages.refuse(CaseFilePages.CONFLICT, asked, "backoffice.problem-state", Typed.NOTHING);
    }
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response take(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.Asked asked = requests.toChange(id, form, request);
    Signal signal = asked.signal();
    Officer officer = asked.officer();
    String municipality = form.getFirst("municipality");
    if (municipality == null
        || !officer.municipalities().contains(municipality)
        || signal.municipality().isPresent()) {
      pages.refused(asked, "take");
      return pages.refuse(CaseFilePages.CONFLICT, asked, "backoffice.problem-taken", Typed.NOTHING);
    }
    reports.take(signal, municipality);
    meeting.meet(signal.id(), officer.municipalities());
    Handling.of(signal)
        .filter(handling -> handling.assignedTo().isEmpty())
        .ifPresent(handling -> handling.assign(officer.name()));
    return pages.back(asked, "take-" + municipality);
  }
}

package nl.uitweg.backoffice.casefile;

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
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.signal.Handling;
import nl.uitweg.signal.Meeting;
import nl.uitweg.signal.Outcomes;
import nl.uitweg.signal.RefusedChange;
import nl.uitweg.signal.Reports;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.SignalState;

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
  private final Outcomes outcomes;
  private final VisibleReports visible;
  private final CaseFilePages pages;
  private final Meeting meeting;

  CaseFileResource(
      CurrentOfficer current,
      Requests requests,
      Reports reports,
      Outcomes outcomes,
      VisibleReports visible,
      CaseFilePages pages,
      Meeting meeting) {
    this.current = current;
    this.requests = requests;
    this.reports = reports;
    this.outcomes = outcomes;
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
      return pages.refuse(CaseFilePages.CONFLICT, asked, "state", conflict.get(), Typed.NOTHING);
    }
    try {
      reports.change(signal, SignalState.of(Optional.ofNullable(form.getFirst("to")).orElse("")));
      outcomes.note(signal, Optional.ofNullable(form.getFirst("outcome")).orElse(""));
      return pages.back(asked, "state-" + signal.state().key());
    } catch (RefusedChange | IllegalArgumentException e) {
      return pages.refuse(
          CaseFilePages.CONFLICT, asked, "state", "backoffice.problem-state", Typed.NOTHING);
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
        || !Reports.isForAll(signal)) {
      return pages.refuse(
          CaseFilePages.CONFLICT, asked, "take", "backoffice.problem-taken", Typed.NOTHING);
    }
    reports.take(signal, municipality);
    meeting.meet(signal.id(), officer.municipalities());
    Handling.of(signal)
        .filter(handling -> handling.assignedTo().isEmpty())
        .ifPresent(handling -> handling.assign(officer.name()));
    return pages.back(asked, "take-" + municipality);
  }
}

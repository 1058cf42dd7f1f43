package nl.uitweg.backoffice.casefile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.sealing.UnsealException;
import nl.uitweg.signal.Handling;
import nl.uitweg.signal.Meeting;
import nl.uitweg.signal.Purging;
import nl.uitweg.signal.RefusedChange;
import nl.uitweg.signal.Reports;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.SignalState;
import nl.uitweg.signal.Transitions;

/**
 * One report: reading it, changing its state, taking it, adding a note. Every one of these is an
 * event in the audit.
 */
@Path("backoffice/reports/{id}")
@RolesAllowed(Officer.OFFICER)
class CaseFileResource {

  private static final int MAX_NOTE = 10_000;
  private static final int POSTPONED_DAYS = 183;
  private static final Set<String> CONTACT_REASONS = Set.of("answer", "danger", "hand-over");
  private static final Set<String> REASONS = Set.of("court", "care", "other");
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final Reports reports;
  private final CaseFiles files;
  private final AuditTrail audit;
  private final VisibleReports visible;
  private final Purging purging;
  private final Meeting meeting;
  private final Clock clock;

  CaseFileResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      Reports reports,
      CaseFiles files,
      AuditTrail audit,
      VisibleReports visible,
      Purging purging,
      Meeting meeting,
      Clock clock) {
    this.meeting = meeting;
    this.clock = clock;
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.reports = reports;
    this.files = files;
    this.audit = audit;
    this.visible = visible;
    this.purging = purging;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance casefile(
        Desk desk,
        CaseFiles.View file,
        List<CaseFiles.EventView> events,
        String problem,
        String note,
        String message);
  }

  @GET
  @Transactional
  public Response read(String id, HttpServerRequest request) {
    Officer officer = current.get();
    Signal signal = visible.find(id, officer);
    meeting.meet(officer.municipalities());
    return show(200, signal, officer, request, "", "", "");
  }

  @POST
  @Path("state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response state(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.forChange(id, officer);
    try {
      reports.change(signal, SignalState.of(Optional.ofNullable(form.getFirst("to")).orElse("")));
      record(officer, "state-" + signal.state().key(), signal, "done");
      return back(signal);
    } catch (RefusedChange | IllegalArgumentException e) {
      record(officer, "state", signal, "refused");
      return show(CONFLICT, signal, officer, request, "backoffice.problem-state", "", "");
    }
  }

  @POST
  @Path("take")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response take(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.forChange(id, officer);
    String municipality = form.getFirst("municipality");
    if (municipality == null
        || !officer.municipalities().contains(municipality)
        || signal.municipality().isPresent()) {
      record(officer, "take", signal, "refused");
      return show(CONFLICT, signal, officer, request, "backoffice.problem-taken", "", "");
    }
    reports.take(signal, municipality);
    record(officer, "take-" + municipality, signal, "done");
    return back(signal);
  }

  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.forChange(id, officer);
    String text = Optional.ofNullable(form.getFirst("note")).orElse("").strip();
    if (text.isEmpty() || text.length() > MAX_NOTE) {
      return show(UNPROCESSABLE, signal, officer, request, "backoffice.problem-note", text, "");
    }
    try {
      reports.addNote(signal, officer.municipalities(), officer.name(), text);
    } catch (UnsealException e) {
      record(officer, "note", signal, "refused");
      return show(CONFLICT, signal, officer, request, "backoffice.problem-sealed", text, "");
    }
    record(officer, "note", signal, "done");
    return back(signal);
  }

  /**
   * Asks or tells the reporter something; with {@code wait} the report then waits for the answer.
   */
  @POST
  @Path("messages")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response say(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.forChange(id, officer);
    String text = Optional.ofNullable(form.getFirst("message")).orElse("").strip();
    if (text.isEmpty() || text.length() > MAX_NOTE) {
      return show(UNPROCESSABLE, signal, officer, request, "backoffice.problem-message", "", text);
    }
    try {
      reports.say(signal, officer.municipalities(), text);
      if (form.containsKey("wait")
          && Transitions.allowed(
              signal.state(), SignalState.WAITING_FOR_REPORTER, Transitions.Actor.OFFICER)) {
        reports.change(signal, SignalState.WAITING_FOR_REPORTER);
      }
    } catch (UnsealException | RefusedChange e) {
      record(officer, "message", signal, "refused");
      return show(CONFLICT, signal, officer, request, "backoffice.problem-sealed", "", text);
    }
    record(officer, "message", signal, "done");
    return back(signal);
  }

  /** Keeps a closed report half a year longer; why is recorded. */
  @POST
  @Path("postpone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response postpone(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.forChange(id, officer);
    String reason = Optional.ofNullable(form.getFirst("reason")).orElse("");
    if (!REASONS.contains(reason) || purging.dueOn(signal).isEmpty()) {
      return show(UNPROCESSABLE, signal, officer, request, "backoffice.problem-reason", "", "");
    }
    purging.postpone(signal, POSTPONED_DAYS);
    audit.add(
        new AuditTrail.Entry(officer.name(), "postpone", "signal/" + signal.id(), "done", reason));
    return back(signal);
  }

  /** Shows who reported it and how to reach them, for a reason that is recorded. */
  @POST
  @Path("contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response contact(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    Signal signal = visible.find(id, officer);
    String reason = Optional.ofNullable(form.getFirst("reason")).orElse("");
    if (!CONTACT_REASONS.contains(reason)) {
      return show(UNPROCESSABLE, signal, officer, request, "backoffice.problem-why", "", "");
    }
    audit.add(
        new AuditTrail.Entry(officer.name(), "contact", "signal/" + signal.id(), "done", reason));
    Desk desk = desks.of(request, officer, "backoffice.case-title");
    CaseFiles.View view = files.view(signal, officer, true, desk);
    return html(200, desk, view, signal, "", "", "");
  }

  private Response show(
      int status,
      Signal signal,
      Officer officer,
      HttpServerRequest request,
      String problem,
      String note,
      String message) {
    Desk desk = desks.of(request, officer, "backoffice.case-title");
    CaseFiles.View view = files.view(signal, officer, false, desk);
    if (request.method().equals(HttpMethod.GET)) {
      Handling.of(signal).ifPresent(handling -> handling.read(clock.instant()));
      record(officer, "read", signal, view.opens() ? "done" : "does-not-open");
      view.broken()
          .forEach(
              part ->
                  audit.add(
                      new AuditTrail.Entry(
                          officer.name(),
                          "read-part",
                          "signal/" + signal.id(),
                          "does-not-open",
                          part)));
    }
    return html(status, desk, view, signal, problem, note, message);
  }

  private static Response html(
      int status,
      Desk desk,
      CaseFiles.View view,
      Signal signal,
      String problem,
      String note,
      String message) {
    String said = problem.isEmpty() ? "" : desk.m().t(problem);
    return Response.status(status)
        .entity(
            Templates.casefile(desk, view, CaseFiles.events(signal, desk.m()), said, note, message)
                .render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Response back(Signal signal) {
    return Response.seeOther(URI.create("/backoffice/reports/" + signal.id())).build();
  }

  private void record(Officer officer, String action, Signal signal, String result) {
    audit.add(new AuditTrail.Entry(officer.name(), action, "signal/" + signal.id(), result, ""));
  }
}

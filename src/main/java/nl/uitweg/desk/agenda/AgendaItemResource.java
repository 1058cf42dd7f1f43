package nl.uitweg.desk.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.agenda.AgendaItems;
import nl.uitweg.report.agenda.AgendaKind;

/** Adds an item to the agenda of a report, and marks as done, moves or deletes one. */
@Path("backoffice/reports/{id}/agenda")
@RolesAllowed(Officer.OFFICER)
class AgendaItemResource {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final DeskFactory deskFactory;
  private final AgendaItems items;
  private final AgendaViews views;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  AgendaItemResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      DeskFactory deskFactory,
      AgendaItems items,
      AgendaViews views,
      AuditTrail audit,
      RefusalTrail refusals,
      Clock clock) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.deskFactory = deskFactory;
    this.items = items;
    this.views = views;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk/agenda")
  static class Templates {
    static native TemplateInstance problem(
        Desk desk,
        String back,
        String problem,
        List<AgendaViews.Form> forms,
        List<AgendaViews.Item> items);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.AGENDA_ADD)
  public Response add(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.getForUpdate();
    AgendaInput input = AgendaInput.of(form, today());
    if (report.municipality().isEmpty()) {
      refusals.add(refused(AuditAction.AGENDA_ADD, report));
      return addProblem(CONFLICT, "agenda.problem-take", report, input, request);
    }
    Optional<String> problem = input.problem(views.officers(report, officer), today());
    if (problem.isPresent()) {
      refusals.add(refused(AuditAction.AGENDA_ADD, report));
      return addProblem(UNPROCESSABLE, problem.get(), report, input, request);
    }
    AgendaItems.NewItem item = input.item(today());
    try {
      items.add(report, officer.municipalities(), officer.name(), item);
    } catch (UnsealException e) {
      refusals.addAndRollBack(refused(AuditAction.AGENDA_ADD, report));
      return addProblem(CONFLICT, "agenda.problem-sealed", report, input, request);
    }
    record(
        AuditAction.AGENDA_ADD,
        report,
        item.kind().key() + " " + item.day() + " " + item.officer());
    return toCaseFile(report, request);
  }

  /** Form field {@code act} says what to do; {@code day} is the new day of an item that moves. */
  @POST
  @Path("{item}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(
      records = {AuditAction.AGENDA_DONE, AuditAction.AGENDA_MOVE, AuditAction.AGENDA_DELETE})
  public Response change(
      @PathParam("item") String item,
      MultivaluedMap<String, String> form,
      HttpServerRequest request) {
    Report report = reportInAddress.getForUpdate();
    UUID id = ReportInAddress.parseId(item);
    if (!items.exists(id, report)) {
      throw new NotFoundException();
    }
    switch (Optional.ofNullable(form.getFirst("act")).orElse("")) {
      case "done" ->
          recordIfChanged(
              AuditAction.AGENDA_DONE,
              report,
              items.markDone(id, report, current.get().name()),
              "");
      case "delete" ->
          recordIfChanged(AuditAction.AGENDA_DELETE, report, items.delete(id, report), "");
      case "move" -> {
        String entered = Optional.ofNullable(form.getFirst("day")).orElse("").strip();
        Optional<LocalDate> day = AgendaInput.day(entered, today());
        if (day.isEmpty()) {
          return moveProblem(id, entered, report, request);
        }
        recordIfChanged(
            AuditAction.AGENDA_MOVE, report, items.move(id, report, day.get()), " " + day.get());
      }
      default -> throw new NotFoundException();
    }
    return back(form, report, request);
  }

  /** Records nothing when a colleague did or deleted the item in the meantime. */
  private void recordIfChanged(
      AuditAction action, Report report, Optional<AgendaKind> changed, String detail) {
    changed.ifPresentOrElse(
        kind -> record(action, report, kind.key() + detail), audit::nothingToRecord);
  }

  private void record(AuditAction action, Report report, String reason) {
    audit.add(
        AuditEntry.done(current.get().name(), action, AuditObject.report(report.id()), reason));
  }

  private AuditEntry refused(AuditAction action, Report report) {
    return AuditEntry.refused(current.get().name(), action, AuditObject.report(report.id()));
  }

  /** Field {@code back} names the list of the agenda from which the form was sent. */
  private static Response back(
      MultivaluedMap<String, String> form, Report report, HttpServerRequest request) {
    return AgendaScope.ofKey(form.getFirst("back"))
        .map(scope -> Response.seeOther(URI.create(scope.address())).build())
        .orElseGet(() -> toCaseFile(report, request));
  }

  private static Response toCaseFile(Report report, HttpServerRequest request) {
    return Response.seeOther(URI.create(caseFile(report, request) + "#agenda")).build();
  }

  private static String caseFile(Report report, HttpServerRequest request) {
    return "/backoffice/reports/" + report.id() + ReturnAddress.query(request);
  }

  private Response addProblem(
      int status, String problem, Report report, AgendaInput input, HttpServerRequest request) {
    Desk desk = deskFactory.create(request, current.get(), "agenda.problem-title");
    return HtmlResponse.of(
        status,
        Templates.problem(
            desk,
            caseFile(report, request),
            desk.texts().get(problem),
            report.municipality().stream()
                .map(taken -> views.form(report, input, true, desk.officer(), desk.texts()))
                .toList(),
            List.of()));
  }

  private Response moveProblem(UUID id, String entered, Report report, HttpServerRequest request) {
    Officer officer = current.get();
    refusals.add(refused(AuditAction.AGENDA_MOVE, report));
    Desk desk = deskFactory.create(request, officer, "agenda.problem-title");
    List<AgendaViews.Item> item =
        items.of(report, officer.municipalities()).stream()
            .filter(known -> known.id().equals(id))
            .map(known -> views.refusedMove(known, entered, officer, desk.texts()))
            .toList();
    return HtmlResponse.of(
        UNPROCESSABLE,
        Templates.problem(
            desk,
            caseFile(report, request),
            desk.texts().get("agenda.problem-day"),
            List.of(),
            item));
  }

  private LocalDate today() {
    return DutchTime.today(clock);
  }
}

package nl.uitweg.desk.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.Report;

/** Puts a report into a dossier, from its case file: an existing one or a new one. */
@Path("backoffice/reports/{id}/dossier")
@RolesAllowed(Officer.OFFICER)
class ReportDossierResource {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final DeskFactory deskFactory;
  private final Dossiers dossiers;
  private final DossierReports dossierReports;
  private final DossierChoices choices;
  private final RefusalTrail refusals;

  ReportDossierResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      DeskFactory deskFactory,
      Dossiers dossiers,
      DossierReports dossierReports,
      DossierChoices choices,
      RefusalTrail refusals) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.deskFactory = deskFactory;
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
    this.choices = choices;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/dossier")
  static class Templates {
    static native TemplateInstance add(
        Desk desk, String problem, String back, boolean possible, DossierChoices.Choices choices);
  }

  /**
   * Form field {@code dossier} has the id of a dossier; without it, a new one is made with the
   * fields {@code title} and {@code kind}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.DOSSIER_ADD, AuditAction.DOSSIER_CREATE})
  public Response add(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.getForUpdate();
    DossierInput input = DossierInput.of(form);
    if (!DossierReports.canBeAdded(report)) {
      return refuse(CONFLICT, "dossier.problem-take", report, input, request);
    }
    if (dossierReports.dossierOf(report.id()).isPresent()) {
      return refuse(CONFLICT, "dossier.problem-elsewhere", report, input, request);
    }
    boolean existing = form.containsKey("dossier");
    if (existing ? input.other().isEmpty() : !input.isTitleValid()) {
      String key = existing ? "dossier.problem-choose" : "dossier.problem-title";
      return refuse(UNPROCESSABLE, key, report, input, request);
    }
    Dossier dossier =
        existing
            ? find(input, officer)
            : dossiers.create(
                report.municipality().orElseThrow(),
                input.validKind(),
                input.title(),
                officer.name());
    if (dossier.mergedInto().isPresent() || !dossierReports.add(dossier, report, officer.name())) {
      return refuse(UNPROCESSABLE, "dossier.problem-choose", report, input, request);
    }
    return Response.seeOther(URI.create(path(report) + ReturnAddress.query(request) + "#dossier"))
        .build();
  }

  private Dossier find(DossierInput input, Officer officer) {
    return input
        .otherId()
        .flatMap(id -> dossiers.findForUpdate(id, officer.municipalities()))
        .orElseThrow(NotFoundException::new);
  }

  private Response refuse(
      int status, String problemKey, Report report, DossierInput input, HttpServerRequest request) {
    Officer officer = current.get();
    refusals.add(
        AuditEntry.refused(
            officer.name(), AuditAction.DOSSIER_ADD, AuditObject.report(report.id())));
    Desk desk = deskFactory.create(request, officer, "dossier.add-title");
    boolean possible = status == UNPROCESSABLE;
    return HtmlResponse.of(
        status,
        Templates.add(
            desk,
            desk.texts().get(problemKey),
            path(report) + desk.from(),
            possible,
            possible
                ? choices.of(report, Optional.empty(), input, officer, desk)
                : DossierChoices.Choices.NONE));
  }

  private static String path(Report report) {
    return "/backoffice/reports/" + report.id();
  }
}

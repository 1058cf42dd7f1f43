package nl.uitweg.desk.related;

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
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/**
 * Stores an officer's decision on whether two related reports are about the same case: reports
 * about the same case are put into one dossier.
 */
@Path("backoffice/reports/{id}/links")
@RolesAllowed(Officer.OFFICER)
class LinkResource {

  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReportInAddress reportInAddress;
  private final Reports reports;
  private final RelatedReports relatedReports;
  private final SameCase sameCase;
  private final DossierReports dossierReports;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  LinkResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      ReportInAddress reportInAddress,
      Reports reports,
      RelatedReports relatedReports,
      SameCase sameCase,
      DossierReports dossierReports,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.reportInAddress = reportInAddress;
    this.reports = reports;
    this.relatedReports = relatedReports;
    this.sameCase = sameCase;
    this.dossierReports = dossierReports;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/related")
  static class Templates {
    static native TemplateInstance problem(Desk desk, String problem, String back);
  }

  /**
   * Form field {@code same} (about the same case) or {@code other} (about another case) holds the
   * id of the other report.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.DOSSIER_ADD, AuditAction.UNLINK})
  public Response decide(MultivaluedMap<String, String> form, HttpServerRequest request) {
    boolean same = form.containsKey("same");
    Report report = reportInAddress.get();
    Report other =
        reports
            .findVisible(
                ReportInAddress.parseId(form.getFirst(same ? "same" : "other")),
                current.get().municipalities())
            .filter(found -> !found.id().equals(report.id()))
            .orElseThrow(NotFoundException::new);
    return same ? join(report, other, request) : separate(report, other, request);
  }

  private Response join(Report report, Report other, HttpServerRequest request) {
    Officer officer = current.get();
    String newTitle =
        deskFactory.texts(request).get("related.new-title", number(report), number(other));
    return switch (sameCase.join(report, other, newTitle, officer)) {
      case JOINED -> {
        relatedReports.forgetRejection(report.id(), other.id());
        yield redirect(path(report) + ReturnAddress.query(request));
      }
      case TOGETHER -> {
        audit.nothingToRecord();
        yield redirect(path(report) + ReturnAddress.query(request));
      }
      case TWO_DOSSIERS -> {
        audit.nothingToRecord();
        yield redirect(mergeAddress(report, other));
      }
      case NOT_ALLOWED -> refuse(report, AuditAction.DOSSIER_ADD, "related.problem-taken", request);
    };
  }

  private Response separate(Report report, Report other, HttpServerRequest request) {
    if (report.municipality().isEmpty() || !report.municipality().equals(other.municipality())) {
      return refuse(report, AuditAction.UNLINK, "related.problem-taken-apart", request);
    }
    Optional<UUID> dossier = dossierReports.dossierOf(report.id());
    if (dossier.isPresent() && dossier.equals(dossierReports.dossierOf(other.id()))) {
      return refuse(report, AuditAction.UNLINK, "related.problem-together", request);
    }
    String officer = current.get().name();
    relatedReports.reject(report.id(), other.id(), officer);
    audit.add(
        AuditEntry.done(
            officer,
            AuditAction.UNLINK,
            AuditObject.report(report.id()),
            AuditObject.report(other.id()).name()));
    return redirect(path(report) + ReturnAddress.query(request));
  }

  private Response refuse(
      Report report, AuditAction action, String problemKey, HttpServerRequest request) {
    Officer officer = current.get();
    refusals.add(AuditEntry.refused(officer.name(), action, AuditObject.report(report.id())));
    Desk desk = deskFactory.create(request, officer, "related.problem-title");
    return HtmlResponse.of(
        CONFLICT,
        Templates.problem(desk, desk.texts().get(problemKey), path(report) + desk.from()));
  }

  private String number(Report report) {
    return reports.handling(report).map(Handling::number).map(Object::toString).orElse("");
  }

  /** The page of the first dossier, which asks whether to merge it with the second. */
  private String mergeAddress(Report report, Report other) {
    return "/backoffice/dossiers/"
        + dossierReports.dossierOf(report.id()).orElseThrow()
        + "?merge="
        + dossierReports.dossierOf(other.id()).orElseThrow()
        + "#merge";
  }

  private static String path(Report report) {
    return "/backoffice/reports/" + report.id();
  }

  private static Response redirect(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}

package nl.uitweg.desk.dossier;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.report.Report;
import nl.uitweg.report.ReportNumber;
import nl.uitweg.report.Reports;

/**
 * Changes which reports a dossier has; each of these acts can be undone as long as it is the last.
 */
@Path("backoffice/dossiers/{dossier}/reports")
@RolesAllowed(Officer.OFFICER)
class DossierReportsResource {

  private final DossierInAddress dossierInAddress;
  private final DossierRequests requests;
  private final Dossiers dossiers;
  private final DossierReports dossierReports;
  private final Reports reports;

  DossierReportsResource(
      DossierInAddress dossierInAddress,
      DossierRequests requests,
      Dossiers dossiers,
      DossierReports dossierReports,
      Reports reports) {
    this.dossierInAddress = dossierInAddress;
    this.requests = requests;
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
    this.reports = reports;
  }

  /** Adds the report with the number in form field {@code number}. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_ADD)
  public Response add(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(form, request, AuditAction.DOSSIER_ADD, this::add);
  }

  private Optional<String> add(Dossier dossier, DossierInput input, Officer officer) {
    Optional<Report> report =
        ReportNumber.parse(input.number())
            .flatMap(reports::findId)
            .flatMap(id -> reports.findForUpdate(id, officer.municipalities()));
    if (report.isEmpty()) {
      return Optional.of("dossier.problem-number");
    }
    if (!report.get().municipality().equals(Optional.of(dossier.municipality()))) {
      return Optional.of("dossier.problem-municipality");
    }
    return dossierReports.add(dossier, report.get(), officer.name())
        ? Optional.empty()
        : Optional.of("dossier.problem-elsewhere");
  }

  /** Removes the report whose id is in form field {@code report}. */
  @POST
  @Path("remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_REMOVE)
  public Response remove(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.DOSSIER_REMOVE,
        (dossier, input, officer) -> {
          List<UUID> chosen = input.reportIds();
          return chosen.size() == 1 && dossierReports.remove(dossier, chosen.get(0), officer.name())
              ? Optional.empty()
              : Optional.of("dossier.problem-remove");
        });
  }

  /** Moves the ticked reports to a new dossier. */
  @POST
  @Path("split")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_SPLIT)
  public Response split(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(form, request, AuditAction.DOSSIER_SPLIT, this::split);
  }

  private Optional<String> split(Dossier dossier, DossierInput input, Officer officer) {
    List<UUID> stored = dossierReports.of(dossier);
    List<UUID> ticked = input.reportIds();
    if (ticked.isEmpty() || !stored.containsAll(ticked) || ticked.size() == stored.size()) {
      return Optional.of("dossier.problem-split");
    }
    if (!input.isTitleValid()) {
      return Optional.of("dossier.problem-title");
    }
    Dossier made =
        dossiers.create(dossier.municipality(), input.validKind(), input.title(), officer.name());
    dossierReports.split(dossier, made, ticked, officer.name());
    return Optional.empty();
  }

  /** Moves the reports of the dossier in form field {@code dossier} to this one. */
  @POST
  @Path("merge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_MERGE)
  public Response merge(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.DOSSIER_MERGE,
        DossierInput.of(form).otherId(),
        (dossier, input, officer) -> {
          Optional<Dossier> from =
              input
                  .otherId()
                  .flatMap(id -> dossiers.find(id, List.of(dossier.municipality())))
                  .filter(other -> other.mergedInto().isEmpty())
                  .filter(other -> !other.id().equals(dossier.id()));
          if (from.isEmpty()) {
            return Optional.of("dossier.problem-merge");
          }
          dossierReports.merge(from.get(), dossier, officer.name());
          return Optional.empty();
        });
  }

  /** Undoes the last act. */
  @POST
  @Path("undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_UNDO)
  public Response undo(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.DOSSIER_UNDO,
        dossierReports.movedWith(dossierInAddress.id()),
        (dossier, input, officer) ->
            dossierReports.undo(dossier, officer.municipalities(), officer.name())
                ? Optional.empty()
                : Optional.of("dossier.problem-undo"));
  }
}

package nl.uitweg.desk.casefile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.dossier.DossierNumber;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.ReportNumber;
import nl.uitweg.report.Reports;
import org.jspecify.annotations.Nullable;

/**
 * Opens the report or the dossier with a number. A number that nothing has and one of another
 * municipality get the same response: 404.
 */
@Path("backoffice/number")
@RolesAllowed(Officer.OFFICER)
class NumberResource {

  private static final int NOT_FOUND = 404;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Reports reports;
  private final Dossiers dossiers;

  NumberResource(
      CurrentOfficer current, DeskFactory deskFactory, Reports reports, Dossiers dossiers) {
    this.dossiers = dossiers;
    this.current = current;
    this.deskFactory = deskFactory;
    this.reports = reports;
  }

  @CheckedTemplate(basePath = "desk/casefile")
  static class Templates {
    static native TemplateInstance number(Desk desk, String problem);
  }

  @GET
  @DeskAction(records = {})
  public Response open(@QueryParam("number") @Nullable String typed, HttpServerRequest request) {
    Optional<ReportNumber> number = ReportNumber.parse(typed);
    return number
        .flatMap(reports::findId)
        .map(id -> "/backoffice/reports/" + id)
        .or(
            () ->
                DossierNumber.parse(typed)
                    .flatMap(dossiers::find)
                    .map(dossier -> "/backoffice/dossiers/" + dossier.id()))
        .map(address -> Response.seeOther(URI.create(address)).build())
        .orElseGet(() -> notFound(number, request));
  }

  private Response notFound(Optional<ReportNumber> number, HttpServerRequest request) {
    Desk desk = deskFactory.create(request, current.get(), "actions.number-title");
    String problem =
        number
            .map(known -> desk.texts().get("actions.number-none", known.toString()))
            .orElseGet(() -> desk.texts().get("actions.number-invalid"));
    return HtmlResponse.of(NOT_FOUND, Templates.number(desk, problem));
  }
}

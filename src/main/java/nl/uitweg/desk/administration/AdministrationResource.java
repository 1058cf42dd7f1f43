package nl.uitweg.desk.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;

/**
 * The page on which an administrator sees the state of the installation. It shows no reports and no
 * secrets.
 */
@Path("backoffice/admin")
@RolesAllowed(Officer.ADMINISTRATOR)
class AdministrationResource {

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AuditTrail audit;
  private final AdministrationViews views;

  AdministrationResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      AuditTrail audit,
      AdministrationViews views) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.audit = audit;
    this.views = views;
  }

  @CheckedTemplate(basePath = "desk/administration")
  static class Templates {
    static native TemplateInstance administration(Desk desk, AdministrationViews.View view);
  }

  @GET
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.ADMIN)
  public Response show(HttpServerRequest request) {
    Officer administrator = current.get();
    Desk desk = deskFactory.create(request, administrator, "administration.title");
    AdministrationViews.View view = views.create(desk.texts());
    audit.add(AuditEntry.done(administrator.name(), AuditAction.ADMIN, AuditObject.INSTALLATION));
    return HtmlResponse.ok(Templates.administration(desk, view));
  }
}

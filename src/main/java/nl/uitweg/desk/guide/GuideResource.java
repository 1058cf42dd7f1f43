package nl.uitweg.desk.guide;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;

/**
 * Shows the guide for officers and its pictures. They contain nothing about any report, so reading
 * them is not recorded in the audit trail.
 */
@Path("backoffice/guide")
@RolesAllowed({Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR})
class GuideResource {

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Guide guide;
  private final GuidePictures pictures;

  GuideResource(
      CurrentOfficer current, DeskFactory deskFactory, Guide guide, GuidePictures pictures) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.guide = guide;
    this.pictures = pictures;
  }

  @CheckedTemplate(basePath = "desk/guide")
  static class Templates {
    static native TemplateInstance guide(Desk desk, List<Guide.Chapter> chapters);
  }

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  public Response read(HttpServerRequest request) {
    Desk desk = deskFactory.create(request, current.get(), "guide.title");
    return HtmlResponse.ok(Templates.guide(desk, guide.chapters(desk.texts())));
  }

  @GET
  @Path("{picture}")
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  public Response picture(String picture) {
    return pictures
        .withFileName(picture)
        .map(file -> Response.ok(file.png()))
        .orElseThrow(NotFoundException::new)
        .header("Content-Type", "image/png")
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .build();
  }
}

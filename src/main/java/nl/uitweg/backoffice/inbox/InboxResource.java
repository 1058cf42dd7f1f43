package nl.uitweg.backoffice.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.signal.DatabaseAccess;
import nl.uitweg.signal.Meeting;

/** The list of reports of the officer's own municipalities. */
@Path("backoffice")
class InboxResource {

  private static final int PAGE = 50;
  private static final int LAST_PAGE = 100_000;

  private final CurrentOfficer current;
  private final Desks desks;
  private final InboxRows rows;
  private final AuditTrail audit;
  private final DatabaseAccess access;
  private final Meeting meeting;

  InboxResource(
      CurrentOfficer current,
      Desks desks,
      InboxRows rows,
      AuditTrail audit,
      DatabaseAccess access,
      Meeting meeting) {
    this.meeting = meeting;
    this.current = current;
    this.desks = desks;
    this.rows = rows;
    this.audit = audit;
    this.access = access;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance inbox(
        Desk desk, List<InboxRows.Row> rows, int page, boolean more, String municipalities);

    static native TemplateInstance noreports(Desk desk);
  }

  /**
   * @param page from 0
   */
  @GET
  @Transactional
  @RolesAllowed({Officer.OFFICER, "care-coordinator", "auditor", "administrator"})
  public Response inbox(
      @QueryParam("page") @DefaultValue("0") String page, HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = desks.of(request, officer, "backoffice.inbox-title");
    if (!officer.mayReadReports()) {
      return html(Templates.noreports(desk));
    }
    access.desk(officer.municipalities());
    meeting.meet(officer.municipalities());
    int number = page.matches("\\d{1,5}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    List<InboxRows.Row> found = rows.of(officer, number, PAGE, desk.m());
    audit.add(new AuditTrail.Entry(officer.name(), "list", "inbox/" + number, "done", ""));
    boolean more = found.size() > PAGE;
    return html(
        Templates.inbox(
            desk,
            more ? found.subList(0, PAGE) : found,
            number,
            more,
            rows.municipalities(officer, desk.m())));
  }

  private static Response html(TemplateInstance template) {
    return Response.ok(template.render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}

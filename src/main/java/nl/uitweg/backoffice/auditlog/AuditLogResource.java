package nl.uitweg.backoffice.auditlog;

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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.uitweg.audit.AuditChain;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.language.Texts;
import nl.uitweg.signal.DatabaseAccess;

/** Who did what, newest first, for the auditor; looking is recorded too. */
@Path("backoffice/audit")
class AuditLogResource {

  private static final int PAGE = 100;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Amsterdam"));

  private final CurrentOfficer current;
  private final Desks desks;
  private final DatabaseAccess access;
  private final AuditTrail audit;

  AuditLogResource(CurrentOfficer current, Desks desks, DatabaseAccess access, AuditTrail audit) {
    this.current = current;
    this.desks = desks;
    this.access = access;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance audit(
        Desk desk, boolean whole, String chain, List<Row> rows, int page, boolean more);
  }

  record Row(long position, String at, String actor, String action, String object, String result) {}

  /**
   * @param page from 0
   */
  @GET
  @Transactional
  @RolesAllowed("auditor")
  public Response log(
      @QueryParam("page") @DefaultValue("0") String page, HttpServerRequest request) {
    Officer auditor = current.get();
    access.desk(List.of());
    int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    AuditChain chain = AuditChain.verify();
    List<Row> rows = AuditEvent.newest(number, PAGE).stream().map(AuditLogResource::row).toList();
    audit.add(new AuditTrail.Entry(auditor.name(), "audit", "audit/" + number, "done", ""));
    Desk desk = desks.of(request, auditor, "backoffice.audit-title");
    return Response.ok(
            Templates.audit(
                    desk,
                    chain.broken().isEmpty(),
                    words(chain, desk.m()),
                    rows,
                    number,
                    rows.size() == PAGE)
                .render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String words(AuditChain chain, Texts m) {
    return chain
        .broken()
        .map(broken -> m.t("backoffice.audit-broken", broken.position(), broken.reason()))
        .orElseGet(() -> m.t("backoffice.audit-whole", chain.length()));
  }

  private static Row row(AuditEvent event) {
    return new Row(
        event.position(),
        MOMENT.format(event.at()),
        event.actor(),
        event.action(),
        event.object(),
        event.result());
  }
}

package nl.uitweg.desk.auditlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditFilter;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.audit.ChainMonitor;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;

/**
 * Shows the audit events to the auditor, newest first, exports them, and verifies their chain. Each
 * of these is recorded in the audit trail too.
 */
@Path("backoffice/audit")
@RolesAllowed(Officer.AUDITOR)
class AuditLogResource {

  private static final int PAGE_SIZE = 100;
  private static final int MAX_EXPORTED_EVENTS = 50_000;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AuditTrail audit;
  private final AuditSearch search;
  private final ChainMonitor monitor;

  AuditLogResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      AuditTrail audit,
      AuditSearch search,
      ChainMonitor monitor) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.audit = audit;
    this.search = search;
    this.monitor = monitor;
  }

  @CheckedTemplate(basePath = "desk/auditlog")
  static class Templates {
    static native TemplateInstance audit(Desk desk, ChainView chain, AuditPage page);
  }

  @GET
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.AUDIT)
  public Response page(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer auditor = current.get();
    return query.isValid()
        ? page(200, auditor, query, "", request)
        : page(UNPROCESSABLE, auditor, query, "auditlog.problem-period", request);
  }

  /** Verifies the whole chain. This reads every event, so it is done only on request. */
  @POST
  @Path("verify")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.AUDIT_VERIFY)
  public Response verify() {
    Officer auditor = current.get();
    ChainMonitor.State state = monitor.verifyAll();
    audit.add(
        new AuditEntry(
            auditor.name(),
            AuditAction.AUDIT_VERIFY,
            AuditObject.audit(state.verified()),
            state.broken().isEmpty() ? AuditResult.DONE : AuditResult.BROKEN,
            ""));
    return Response.seeOther(URI.create("/backoffice/audit")).build();
  }

  @GET
  @Path("export")
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.AUDIT_EXPORT)
  public Response export(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer auditor = current.get();
    if (!query.isValid()) {
      return page(UNPROCESSABLE, auditor, query, "auditlog.problem-period", request);
    }
    List<AuditEvent> events =
        search.before(query.filter(), AuditSearch.END_POSITION, MAX_EXPORTED_EVENTS + 1);
    if (events.size() > MAX_EXPORTED_EVENTS) {
      return page(UNPROCESSABLE, auditor, query, "auditlog.problem-too-many", request);
    }
    audit.add(entry(auditor, AuditAction.AUDIT_EXPORT, query));
    return Response.ok(AuditCsv.of(events, deskFactory.texts(request)))
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  private static AuditEntry entry(Officer auditor, AuditAction action, AuditQuery query) {
    return AuditEntry.done(auditor.name(), action, AuditObject.AUDIT, query.queryString());
  }

  /** Shows a page of events. Viewing is recorded, even when the query is invalid. */
  private Response page(
      int status, Officer auditor, AuditQuery query, String problemKey, HttpServerRequest request) {
    audit.add(entry(auditor, AuditAction.AUDIT, query));
    Desk desk = deskFactory.create(request, auditor, "desk.audit-title");
    ChainView chain = ChainView.of(monitor.verifyNewEvents(), desk.texts());
    AuditFilter filter = query.filter();
    List<AuditEvent> events =
        query
            .newerThan()
            .map(position -> search.after(filter, position, PAGE_SIZE))
            .orElseGet(() -> search.before(filter, query.olderThan(), PAGE_SIZE));
    AuditPage page = AuditPage.of(query, events, PAGE_SIZE, search, problemKey, desk.texts());
    return HtmlResponse.of(status, Templates.audit(desk, chain, page));
  }
}

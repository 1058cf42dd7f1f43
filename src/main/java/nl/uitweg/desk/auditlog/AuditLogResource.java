package nl.uitweg.desk.auditlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditFilter;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.audit.ChainMonitor;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;

/** Who did what, newest first, for the auditor; looking and taking away are recorded too. */
@Path("backoffice/audit")
@RolesAllowed(Officer.AUDITOR)
class AuditLogResource {

  private static final int PAGE = 100;
  private static final int MOST_EXPORTED = 50_000;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final AuditSearch search;
  private final ChainMonitor monitor;

  AuditLogResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      DatabaseAccess access,
      AuditTrail audit,
      AuditSearch search,
      ChainMonitor monitor) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.access = access;
    this.audit = audit;
    this.search = search;
    this.monitor = monitor;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance audit(Desk desk, ChainView chain, AuditPage page);
  }

  @GET
  @Transactional
  public Response log(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer auditor = begin();
    return query.understood()
        ? log(200, auditor, query, "", request)
        : log(UNPROCESSABLE, auditor, query, "auditlog.problem-period", request);
  }

  /** Walks the whole chain: reads every event, so only when asked. */
  @POST
  @Path("verify")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response verify(MultivaluedMap<String, String> form) {
    Officer auditor = begin();
    tokens.check(form, auditor);
    ChainMonitor.State state = monitor.verifyAll();
    audit.add(
        new AuditTrail.Entry(
            auditor.name(),
            "audit-verify",
            "audit/" + state.verified(),
            state.broken().isEmpty() ? "done" : "broken",
            ""));
    return Response.seeOther(URI.create("/backoffice/audit")).build();
  }

  @GET
  @Path("export")
  @Transactional
  public Response export(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer auditor = begin();
    if (!query.understood()) {
      return log(UNPROCESSABLE, auditor, query, "auditlog.problem-period", request);
    }
    List<AuditEvent> events =
        search.before(query.filter(), AuditSearch.END_POSITION, MOST_EXPORTED + 1);
    if (events.size() > MOST_EXPORTED) {
      return log(UNPROCESSABLE, auditor, query, "auditlog.problem-too-many", request);
    }
    audit.add(entry(auditor, "audit-export", query));
    return Response.ok(AuditCsv.of(events, desks.texts(request)))
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Officer begin() {
    Officer auditor = current.get();
    access.desk(List.of());
    return auditor;
  }

  private static AuditTrail.Entry entry(Officer auditor, String action, AuditQuery query) {
    return new AuditTrail.Entry(auditor.name(), action, "audit", "done", query.address());
  }

  /** Looking at it is an event, also when something was wrong with the question. */
  private Response log(
      int status, Officer auditor, AuditQuery query, String problem, HttpServerRequest request) {
    audit.add(entry(auditor, "audit", query));
    Desk desk = desks.of(request, auditor, "desk.audit-title");
    ChainView chain = ChainView.of(monitor.verifyNewEvents(), desk.texts());
    AuditFilter filter = query.filter();
    List<AuditEvent> events =
        query
            .newerThan()
            .map(position -> search.after(filter, position, PAGE))
            .orElseGet(() -> search.before(filter, query.olderThan(), PAGE));
    AuditPage page = AuditPage.of(query, events, PAGE, search, problem, desk.texts());
    return Response.status(status)
        .entity(Templates.audit(desk, chain, page).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}

package nl.uitweg.desk.auditlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;

/** Who can see what: per role; and for one report, who saw it. */
@Path("backoffice/audit/access")
@RolesAllowed({Officer.AUDITOR, Officer.ADMINISTRATOR})
class AccessResource {

  private static final List<String> ROLES =
      List.of(Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR);

  private final CurrentOfficer current;
  private final Desks desks;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final AuditSearch search;

  AccessResource(
      CurrentOfficer current,
      Desks desks,
      DatabaseAccess access,
      AuditTrail audit,
      AuditSearch search) {
    this.current = current;
    this.desks = desks;
    this.access = access;
    this.audit = audit;
    this.search = search;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance access(
        Desk desk,
        List<Role> roles,
        boolean mayAsk,
        String typed,
        boolean asked,
        List<Access> deeds);
  }

  /**
   * @param name as the login provider knows it
   * @param screens of the menu, in words
   * @param data what it sees and never sees, in words
   */
  record Role(String name, String title, String screens, String data) {}

  /** What one person did to the report that was asked about. */
  record Access(String actor, String action, long times, String first, String last) {}

  @GET
  @Transactional
  public Response who(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer reader = current.get();
    access.asDesk(List.of());
    Desk desk = desks.of(request, reader, "auditlog.access-title");
    String object = query.filter().object();
    boolean asked = reader.isAuditor() && !object.isEmpty();
    AuditTexts auditTexts = new AuditTexts(desk.texts());
    List<Access> deeds =
        asked
            ? search.countActions(object).stream().map(deed -> deed(deed, auditTexts)).toList()
            : List.of();
    audit.add(
        new AuditTrail.Entry(reader.name(), "audit-access", asked ? object : "audit", "done", ""));
    List<Role> roles = ROLES.stream().map(role -> role(role, desk.texts())).toList();
    return Response.ok(
            Templates.access(desk, roles, reader.isAuditor(), query.object, asked, deeds).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Role role(String name, Texts texts) {
    return new Role(
        name,
        texts.get("auditlog.role-" + name),
        desks.screens(name, texts).stream().collect(Collectors.joining(", ")),
        texts.get("auditlog.data-" + name));
  }

  private static Access deed(AuditSearch.ActionCount deed, AuditTexts auditTexts) {
    return new Access(
        auditTexts.actor(deed.actor()),
        auditTexts.action(deed.action()),
        deed.times(),
        auditTexts.at(deed.first()),
        auditTexts.at(deed.last()));
  }
}

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
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;

/** Shows what each role can see, and who has seen one particular report. */
@Path("backoffice/audit/access")
@RolesAllowed({Officer.AUDITOR, Officer.ADMINISTRATOR})
class AccessResource {

  private static final List<String> ROLES =
      List.of(Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR);

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final AuditSearch search;

  AccessResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      DatabaseAccess access,
      AuditTrail audit,
      AuditSearch search) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.access = access;
    this.audit = audit;
    this.search = search;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance access(
        Desk desk,
        List<Role> roles,
        boolean mayLookUp,
        String objectInput,
        boolean lookedUp,
        List<AccessCount> accessCounts);
  }

  /**
   * @param name name of the role at the login provider
   * @param screens names of the screens in the menu of the role
   * @param data text that says which data the role sees and never sees
   */
  record Role(String name, String title, String screens, String data) {}

  /** How often and when one user performed one action on the report. */
  record AccessCount(String actor, String action, long times, String first, String last) {}

  @GET
  @Transactional
  public Response show(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer reader = current.get();
    access.desk(List.of());
    Desk desk = deskFactory.create(request, reader, "auditlog.access-title");
    String object = query.filter().object();
    boolean lookedUp = reader.isAuditor() && !object.isEmpty();
    AuditTexts auditTexts = new AuditTexts(desk.texts());
    List<AccessCount> accessCounts =
        lookedUp
            ? search.deeds(object).stream().map(count -> accessCount(count, auditTexts)).toList()
            : List.of();
    audit.add(
        new AuditTrail.Entry(
            reader.name(), "audit-access", lookedUp ? object : "audit", "done", ""));
    List<Role> roles = ROLES.stream().map(role -> role(role, desk.texts())).toList();
    return Response.ok(
            Templates.access(desk, roles, reader.isAuditor(), query.object, lookedUp, accessCounts)
                .render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Role role(String name, Texts texts) {
    return new Role(
        name,
        texts.get("auditlog.role-" + name),
        deskFactory.screenNames(name, texts).stream().collect(Collectors.joining(", ")),
        texts.get("auditlog.data-" + name));
  }

  private static AccessCount accessCount(AuditSearch.ActionCount count, AuditTexts auditTexts) {
    return new AccessCount(
        auditTexts.actor(count.actor()),
        auditTexts.action(count.action()),
        count.times(),
        auditTexts.at(count.first()),
        auditTexts.at(count.last()));
  }
}

package nl.uitweg.desk.auditlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditSearch;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Texts;

/** Shows what each role can see and, to an auditor, who did what with one particular report. */
@Path("backoffice/audit/access")
@RolesAllowed({Officer.AUDITOR, Officer.ADMINISTRATOR})
class AccessResource {

  private static final List<String> ROLES =
      List.of(Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR);

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AuditTrail audit;
  private final AuditSearch search;

  AccessResource(
      CurrentOfficer current, DeskFactory deskFactory, AuditTrail audit, AuditSearch search) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.audit = audit;
    this.search = search;
  }

  @CheckedTemplate(basePath = "desk/auditlog")
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
   * @param data text that says which data the role sees and which it never sees
   */
  record Role(String name, String title, String screens, String data) {}

  /** How often and when one user performed one action on the report. */
  record AccessCount(String actor, String action, long times, String first, String last) {}

  @GET
  @DeskAction(rows = DeskAction.Rows.NONE, records = AuditAction.AUDIT_ACCESS)
  public Response show(@BeanParam AuditQuery query, HttpServerRequest request) {
    Officer reader = current.get();
    Desk desk = deskFactory.create(request, reader, "auditlog.access-title");
    String object = query.filter().object();
    boolean lookedUp = reader.isAuditor() && !object.isEmpty();
    AuditTexts auditTexts = new AuditTexts(desk.texts());
    List<AccessCount> accessCounts =
        lookedUp
            ? search.countActions(object).stream()
                .map(count -> accessCount(count, auditTexts))
                .toList()
            : List.of();
    audit.add(
        AuditEntry.done(
            reader.name(),
            AuditAction.AUDIT_ACCESS,
            lookedUp ? new AuditObject(object) : AuditObject.AUDIT));
    List<Role> roles = ROLES.stream().map(role -> role(role, desk.texts())).toList();
    return HtmlResponse.ok(
        Templates.access(desk, roles, reader.isAuditor(), query.object, lookedUp, accessCounts));
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

package nl.uitweg.desk.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.inbox.WaitingReports;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The page of the agenda: what this officer, or everybody in the municipality, means to do; what
 * waits too long, with links to the views of the inbox that list it; and what is purged soon.
 */
@Path("backoffice/agenda")
@RolesAllowed(Officer.OFFICER)
class AgendaResource {

  static final String PATH = "/backoffice/agenda";

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final AgendaPage page;
  private final WaitingReports waiting;
  private final AuditTrail audit;

  AgendaResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      AgendaPage page,
      WaitingReports waiting,
      AuditTrail audit) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.page = page;
    this.waiting = waiting;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "desk/agenda")
  static class Templates {
    static native TemplateInstance agenda(
        Desk desk,
        String scope,
        List<ScopeLink> scopes,
        List<AgendaPage.Section> sections,
        boolean full,
        List<WaitingReports.Line> waiting,
        AgendaPage.Purges purges);
  }

  /** A link to the page with a scope; {@code current} for the one that is shown. */
  record ScopeLink(String href, String text, boolean current) {}

  @GET
  @DeskAction(records = AuditAction.AGENDA)
  public Response agenda(@QueryParam("of") @Nullable String of, HttpServerRequest request) {
    Officer officer = current.get();
    AgendaScope scope = AgendaScope.ofKey(of).orElse(AgendaScope.MINE);
    Desk desk = deskFactory.create(request, officer, "agenda.title");
    List<AgendaPage.Section> sections = page.sections(scope, officer, desk.texts());
    audit.add(AuditEntry.done(officer.name(), AuditAction.AGENDA, AuditObject.AGENDA, scope.key()));
    return HtmlResponse.ok(
        Templates.agenda(
            desk,
            scope.key(),
            scopes(scope, desk.texts()),
            sections,
            AgendaPage.isFull(sections),
            waiting.of(officer, desk.texts()),
            page.purges(scope, officer, desk.texts())));
  }

  private static List<ScopeLink> scopes(AgendaScope shown, Texts texts) {
    return Stream.of(AgendaScope.values())
        .map(
            scope ->
                new ScopeLink(
                    scope.address(), texts.get("agenda.scope-" + scope.key()), scope == shown))
        .toList();
  }
}

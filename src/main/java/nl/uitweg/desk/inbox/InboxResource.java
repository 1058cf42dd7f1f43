package nl.uitweg.desk.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.ReportIndexer;

/**
 * The list of reports of the officer's own municipalities; who sees no reports goes on to the first
 * screen of their own menu.
 */
@Path("backoffice")
class InboxResource {

  private static final int PAGE = 50;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final InboxQuery query;
  private final InboxRows rows;
  private final InboxForm form;
  private final AuditTrail audit;
  private final DatabaseAccess access;
  private final ReportIndexer indexer;

  InboxResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      InboxQuery query,
      InboxRows rows,
      InboxForm form,
      AuditTrail audit,
      DatabaseAccess access,
      ReportIndexer indexer) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.query = query;
    this.rows = rows;
    this.form = form;
    this.audit = audit;
    this.access = access;
    this.indexer = indexer;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance inbox(
        Desk desk,
        List<InboxForm.ViewLink> views,
        Filter filter,
        List<InboxForm.Choice> choices,
        List<InboxRows.Row> rows,
        String found,
        String newer,
        String older);

    static native TemplateInstance noreports(Desk desk);
  }

  /** The query says which view, which filter, and after or before which {@link Cursor}. */
  @GET
  @Transactional
  @RolesAllowed({Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR})
  public Response inbox(@Context UriInfo address, HttpServerRequest request) {
    Officer officer = current.get();
    if (!officer.mayReadReports()) {
      return elsewhere(officer, request);
    }
    access.desk(officer.municipalities());
    indexer.indexPending(officer.municipalities());
    MultivaluedMap<String, String> asked = address.getQueryParameters();
    Filter filter = Filter.of(asked);
    Optional<Cursor> before = Cursor.of(asked.getFirst("before"));
    Optional<Cursor> after = Cursor.of(asked.getFirst("after"));
    boolean back = before.isPresent();
    List<Cursor> places = query.page(officer, filter, back ? before : after, back, PAGE + 1);
    boolean more = places.size() > PAGE;
    List<Cursor> shown =
        !more ? places : back ? places.subList(1, PAGE + 1) : places.subList(0, PAGE);
    boolean hasNewer = back ? more : after.isPresent();
    boolean hasOlder = back || more;
    Desk desk = deskFactory.create(request, officer, "desk.inbox-title");
    List<InboxRows.Row> found = rows.of(shown, officer, desk.texts());
    audit.add(
        new AuditTrail.Entry(officer.name(), "list", "inbox/" + filter.view().key(), "done", ""));
    return html(
        Templates.inbox(
            desk,
            form.views(filter, query.counts(officer), desk.texts()),
            filter,
            form.choices(filter, officer, desk.texts()),
            found,
            said(officer, filter, desk.texts()),
            shown.isEmpty() || !hasNewer
                ? ""
                : filter.address(filter.view(), "before", shown.get(0).toString()),
            shown.isEmpty() || !hasOlder
                ? ""
                : filter.address(filter.view(), "after", shown.get(shown.size() - 1).toString())));
  }

  /** How many reports a filter found; nothing is said about a whole view, whose count is there. */
  private String said(Officer officer, Filter filter, Texts texts) {
    if (filter.typed().isEmpty()) {
      return "";
    }
    return texts.get("inbox.found", InboxForm.number(query.count(officer, filter), texts));
  }

  private Response elsewhere(Officer officer, HttpServerRequest request) {
    Optional<String> screen =
        officer.roles().contains(Officer.OFFICER) ? Optional.empty() : deskFactory.firstScreen(officer);
    return screen
        .map(there -> Response.seeOther(URI.create(there)).build())
        .orElseGet(() -> html(Templates.noreports(deskFactory.create(request, officer, "desk.inbox-title"))));
  }

  private static Response html(TemplateInstance template) {
    return Response.ok(template.render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}

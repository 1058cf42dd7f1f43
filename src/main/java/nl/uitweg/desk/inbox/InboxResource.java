package nl.uitweg.desk.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.indexing.ReportIndexer;

/**
 * Shows the reports of the officer's own municipalities and those that no municipality has taken. A
 * user who may not read reports is redirected to the first screen of their own menu.
 */
@Path("backoffice")
class InboxResource {

  private static final int PAGE_SIZE = 50;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final InboxQuery query;
  private final InboxRows rows;
  private final InboxForm form;
  private final AuditTrail audit;
  private final ReportIndexer indexer;
  private final Colleagues colleagues;

  InboxResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      InboxQuery query,
      InboxRows rows,
      InboxForm form,
      AuditTrail audit,
      ReportIndexer indexer,
      Colleagues colleagues) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.query = query;
    this.rows = rows;
    this.form = form;
    this.audit = audit;
    this.indexer = indexer;
    this.colleagues = colleagues;
  }

  @CheckedTemplate(basePath = "desk/inbox")
  static class Templates {
    static native TemplateInstance inbox(
        Desk desk,
        List<InboxForm.ViewLink> views,
        InboxFilter filter,
        List<InboxForm.DropDown> dropDowns,
        List<InboxRows.Row> rows,
        String foundText,
        PageLinks links);

    static native TemplateInstance noreports(Desk desk);
  }

  /** Addresses of the pages before and after this one; empty when there is none. */
  record PageLinks(String newer, String older) {}

  /**
   * The query string contains the view, the filter, and the {@link Cursor} after which the page
   * starts or before which it ends.
   */
  @GET
  @DeskAction(rows = DeskAction.Rows.OWN_REPORTS_IF_ANY, records = AuditAction.LIST)
  @RolesAllowed({Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR})
  public Response inbox(@Context UriInfo address, HttpServerRequest request) {
    Officer officer = current.get();
    if (!officer.mayReadReports()) {
      return showWithoutReports(officer, request);
    }
    colleagues.remember(officer);
    indexer.indexPending(officer.municipalities());
    MultivaluedMap<String, String> parameters = address.getQueryParameters();
    InboxFilter filter = InboxFilter.of(parameters, form.options(officer));
    Optional<Cursor> before = Cursor.of(parameters.getFirst("before"));
    Optional<Cursor> after = Cursor.of(parameters.getFirst("after"));
    boolean backwards = before.isPresent();
    List<Cursor> cursors =
        query.page(officer, filter, backwards ? before : after, backwards, PAGE_SIZE + 1);
    boolean more = cursors.size() > PAGE_SIZE;
    List<Cursor> shownCursors =
        !more
            ? cursors
            : backwards ? cursors.subList(1, PAGE_SIZE + 1) : cursors.subList(0, PAGE_SIZE);
    Desk desk = deskFactory.create(request, officer, "desk.inbox-title");
    List<InboxRows.Row> shownRows = rows.of(shownCursors, officer, desk.texts());
    audit.add(
        AuditEntry.done(officer.name(), AuditAction.LIST, AuditObject.inbox(filter.view().key())));
    return HtmlResponse.ok(
        Templates.inbox(
            desk,
            form.views(filter, query.counts(officer), desk.texts()),
            filter,
            form.dropDowns(filter, desk.texts()),
            shownRows,
            foundText(officer, filter, desk.texts()),
            links(filter, shownCursors, backwards, more, after.isPresent())));
  }

  /**
   * @param more whether there are reports beyond the page, in the direction of paging
   * @param afterCursor whether the page starts after a cursor
   */
  private static PageLinks links(
      InboxFilter filter,
      List<Cursor> shown,
      boolean backwards,
      boolean more,
      boolean afterCursor) {
    if (shown.isEmpty()) {
      return new PageLinks("", "");
    }
    boolean hasNewer = backwards ? more : afterCursor;
    boolean hasOlder = backwards || more;
    Cursor first = shown.get(0);
    Cursor last = shown.get(shown.size() - 1);
    return new PageLinks(
        hasNewer ? filter.pageUrl("before", first) : "",
        hasOlder ? filter.pageUrl("after", last) : "");
  }

  /**
   * Text with the number of reports that the filter found. Empty without a filter, because the
   * count of the view is already on the page.
   */
  private String foundText(Officer officer, InboxFilter filter, Texts texts) {
    if (filter.values().isEmpty()) {
      return "";
    }
    return texts.get("inbox.found", InboxForm.countText(query.count(officer, filter), texts));
  }

  /**
   * Redirects a user who may not read reports to the first screen of their menu; an officer without
   * municipalities gets a page that says that there are no reports.
   */
  private Response showWithoutReports(Officer officer, HttpServerRequest request) {
    audit.nothingToRecord();
    Optional<String> screen =
        officer.roles().contains(Officer.OFFICER)
            ? Optional.empty()
            : deskFactory.firstScreen(officer);
    return screen
        .map(path -> Response.seeOther(URI.create(path)).build())
        .orElseGet(
            () ->
                HtmlResponse.ok(
                    Templates.noreports(deskFactory.create(request, officer, "desk.inbox-title"))));
  }
}

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
import java.util.Map;
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
import nl.uitweg.desk.selection.SelectionResult;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.indexing.ReportIndexer;
import nl.uitweg.report.retention.PlannedPurges;

/**
 * Shows the reports of the officer's own municipalities and those that no municipality has taken. A
 * user who may not read reports is redirected to the first screen of their own menu.
 */
@Path("backoffice")
class InboxResource {

  private static final int PAGE_SIZE = 50;

  /** The number of reports above the list that must be read first. */
  private static final int MAX_FIRST = 20;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final InboxQuery query;
  private final InboxRows rows;
  private final InboxForm form;
  private final SavedViewForms savedViews;
  private final AuditTrail audit;
  private final ReportIndexer indexer;
  private final Colleagues colleagues;
  private final ListWatch watch;
  private final Referrals referrals;
  private final PlannedPurges plannedPurges;

  InboxResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      InboxQuery query,
      InboxRows rows,
      InboxForm form,
      SavedViewForms savedViews,
      AuditTrail audit,
      ReportIndexer indexer,
      Colleagues colleagues,
      PlannedPurges plannedPurges,
      ListWatch watch,
      Referrals referrals) {
    this.savedViews = savedViews;
    this.referrals = referrals;
    this.watch = watch;
    this.current = current;
    this.deskFactory = deskFactory;
    this.query = query;
    this.rows = rows;
    this.form = form;
    this.audit = audit;
    this.indexer = indexer;
    this.colleagues = colleagues;
    this.plannedPurges = plannedPurges;
  }

  @CheckedTemplate(basePath = "desk/inbox")
  static class Templates {
    static native TemplateInstance inbox(
        Desk desk,
        List<InboxForm.ViewLink> views,
        InboxFilter filter,
        InboxForm.Choices choices,
        List<InboxRows.Row> first,
        List<InboxRows.Row> rows,
        Messages messages,
        PageLinks links);

    static native TemplateInstance noreports(Desk desk);
  }

  /**
   * @param text what was done or found; empty when there is nothing to say
   * @param watch token with which the page asks whether something changed
   */
  record Messages(String text, String watch) {}

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
    Map<InboxView, Integer> counts = query.counts(officer);
    List<Cursor> first = readFirst(officer, filter, before.or(() -> after));
    List<Cursor> rest = shownCursors.stream().filter(cursor -> !first.contains(cursor)).toList();
    audit.add(
        AuditEntry.done(officer.name(), AuditAction.LIST, AuditObject.inbox(filter.view().key())));
    return HtmlResponse.ok(
        Templates.inbox(
            desk,
            form.views(
                filter,
                counts,
                savedViews.links(filter, officer, desk.texts()),
                new InboxForm.OtherLists(
                    referrals.countUnanswered(officer.municipalities()),
                    plannedPurges.countSoon(officer.municipalities())),
                desk.texts()),
            filter,
            form.choices(
                filter,
                colleagues.of(officer),
                savedViews.form(filter, "", officer, desk.texts()),
                desk.texts()),
            rows.of(first, filter, officer, desk.texts()),
            rows.of(rest, filter, officer, desk.texts()),
            new Messages(
                message(officer, filter, parameters, desk.texts()), watch.token(officer, counts)),
            links(filter, shownCursors, backwards, more, after.isPresent())));
  }

  /**
   * The unread reports with a word of danger, which stand above the list on its first page. A view
   * of what is closed, and a filter, show only what was asked for.
   */
  private List<Cursor> readFirst(Officer officer, InboxFilter filter, Optional<Cursor> cursor) {
    boolean shown =
        cursor.isEmpty()
            && filter.values().isEmpty()
            && filter.view() != InboxView.CLOSED
            && filter.view() != InboxView.READ_FIRST;
    return shown
        ? query.page(
            officer, filter.onlyView(InboxView.READ_FIRST), Optional.empty(), false, MAX_FIRST)
        : List.of();
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
   * What was done with the reports that were ticked, or the number of reports that the filter
   * found. Empty without either, because the count of the view is already on the page.
   */
  private String message(
      Officer officer, InboxFilter filter, MultivaluedMap<String, String> parameters, Texts texts) {
    Optional<String> done = SelectionResult.of(parameters).map(result -> result.text(texts));
    if (done.isPresent()) {
      return done.get();
    }
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

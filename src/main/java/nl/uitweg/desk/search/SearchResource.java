package nl.uitweg.desk.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.report.bulk.ReportFilter;

/**
 * Searches for words in the reports. The words are sent in the body of a POST request, because in
 * an address they would stay in the history of the browser and in the logs of proxies. The audit
 * trail records that there was a search, but not the words.
 */
@Path("backoffice/search")
@RolesAllowed(Officer.OFFICER)
class SearchResource {

  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReportSearch search;
  private final KeyWarmUp warmUp;
  private final SearchViews views;
  private final AuditTrail audit;

  SearchResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      ReportSearch search,
      KeyWarmUp warmUp,
      SearchViews views,
      AuditTrail audit) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.search = search;
    this.warmUp = warmUp;
    this.views = views;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "desk/search")
  static class Templates {
    static native TemplateInstance search(
        Desk desk,
        SearchViews.Form form,
        String problem,
        List<String> summary,
        List<SearchViews.Row> rows);
  }

  @GET
  @DeskAction(records = {})
  public Response form(HttpServerRequest request) {
    Officer officer = current.get();
    warmUp.start(officer);
    Desk desk = deskFactory.create(request, officer, "search.title");
    return page(200, desk, SearchQuery.EMPTY, Optional.empty(), List.of(), List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.SEARCH)
  public Response find(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "search.title");
    SearchQuery query = SearchQuery.of(form);
    try {
      SearchTerms terms = SearchTerms.parse(query.q());
      ReportFilter filter = query.filter(officer);
      ReportSearch.Result result = search.find(terms, filter, officer);
      audit.add(AuditEntry.done(officer.name(), AuditAction.SEARCH, AuditObject.REPORTS));
      return page(
          200,
          desk,
          query,
          Optional.empty(),
          views.summary(result, desk.texts()),
          views.rows(result, desk.texts()));
    } catch (SearchTerms.InvalidSearchException invalid) {
      return page(UNPROCESSABLE, desk, query, Optional.of(invalid.key()), List.of(), List.of());
    }
  }

  private Response page(
      int status,
      Desk desk,
      SearchQuery query,
      Optional<String> problem,
      List<String> summary,
      List<SearchViews.Row> rows) {
    String problemText =
        problem
            .map(key -> desk.texts().get(key, SearchTerms.MAX_LENGTH, SearchTerms.MAX_TERMS))
            .orElse("");
    SearchViews.Form form = views.form(query, desk.officer(), desk.texts());
    return HtmlResponse.of(status, Templates.search(desk, form, problemText, summary, rows));
  }
}

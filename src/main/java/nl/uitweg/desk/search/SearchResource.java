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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import nl.uitweg.report.ReportNumber;
import nl.uitweg.report.Reports;
import nl.uitweg.report.bulk.ReportFilter;

/**
 * Searches for words in the reports. The words are sent in the body of a POST request, which is
 * answered with a redirect to an address that contains them sealed: no address, no history of the
 * browser and no log has the words, and Back and reload need no form to be sent again. The audit
 * trail records that there was a search, but not the words.
 */
@Path("backoffice/search")
@RolesAllowed(Officer.OFFICER)
class SearchResource {

  private static final int GONE = 410;
  private static final int UNPROCESSABLE = 422;

  private static final String RESULTS = "/backoffice/search/";

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReportSearch search;
  private final SearchTokens tokens;
  private final KeyWarmUp warmUp;
  private final SearchViews views;
  private final AuditTrail audit;
  private final Reports reports;

  SearchResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      ReportSearch search,
      SearchTokens tokens,
      KeyWarmUp warmUp,
      SearchViews views,
      AuditTrail audit,
      Reports reports) {
    this.reports = reports;
    this.current = current;
    this.deskFactory = deskFactory;
    this.search = search;
    this.tokens = tokens;
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
        List<SearchViews.Row> rows,
        List<SearchViews.TracedRow> tracedRows);
  }

  /** What the page shows of a search; nothing before a search. */
  private record Results(
      List<String> summary, List<SearchViews.Row> rows, List<SearchViews.TracedRow> tracedRows) {

    private static final Results NONE = new Results(List.of(), List.of(), List.of());
  }

  @GET
  @DeskAction(records = {})
  public Response form(HttpServerRequest request) {
    Officer officer = current.get();
    warmUp.start(officer);
    Desk desk = deskFactory.create(request, officer, "search.title");
    return page(200, desk, SearchQuery.EMPTY, Optional.empty(), Results.NONE);
  }

  /** Checks the query and redirects to its results, or to the report when it is a number. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {})
  public Response find(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    SearchQuery query = SearchQuery.of(form);
    Optional<UUID> numbered = ReportNumber.parse(query.q()).flatMap(reports::findId);
    if (numbered.isPresent()) {
      return Response.seeOther(URI.create("/backoffice/reports/" + numbered.get())).build();
    }
    try {
      SearchTerms.parse(query.q());
      query.filter(officer);
    } catch (SearchTerms.InvalidSearchException invalid) {
      return problem(UNPROCESSABLE, query, invalid.key(), request);
    }
    return Response.seeOther(URI.create(RESULTS + tokens.write(query, officer))).build();
  }

  /** The results of a query, or an empty form when its token has expired. */
  @GET
  @Path("{token}")
  @DeskAction(records = AuditAction.SEARCH)
  public Response show(String token, HttpServerRequest request) {
    Officer officer = current.get();
    Optional<SearchQuery> sealed = tokens.read(token, officer);
    if (sealed.isEmpty()) {
      return problem(GONE, SearchQuery.EMPTY, "search.expired", request);
    }
    SearchQuery query = sealed.get();
    try {
      SearchTerms terms = SearchTerms.parse(query.q());
      ReportFilter filter = query.filter(officer);
      ReportSearch.Result result = search.find(terms, filter, officer);
      audit.add(AuditEntry.done(officer.name(), AuditAction.SEARCH, AuditObject.REPORTS));
      Desk desk = deskFactory.create(request, officer, "search.title");
      String list = RESULTS + token;
      Results results =
          new Results(
              views.summary(result, desk.texts()),
              views.rows(result, list, desk.texts()),
              views.tracedRows(query, officer, list, desk.texts()));
      return page(200, desk, query, Optional.empty(), results);
    } catch (SearchTerms.InvalidSearchException invalid) {
      // The officer may have lost a municipality since the query was sealed.
      return problem(UNPROCESSABLE, query, invalid.key(), request);
    }
  }

  private Response problem(
      int status, SearchQuery query, String problem, HttpServerRequest request) {
    Desk desk = deskFactory.create(request, current.get(), "search.title");
    return page(status, desk, query, Optional.of(problem), Results.NONE);
  }

  private Response page(
      int status, Desk desk, SearchQuery query, Optional<String> problem, Results results) {
    String problemText =
        problem
            .map(key -> desk.texts().get(key, SearchTerms.MAX_LENGTH, SearchTerms.MAX_TERMS))
            .orElse("");
    SearchViews.Form form = views.form(query, desk.officer(), desk.texts());
    return HtmlResponse.of(
        status,
        Templates.search(
            desk, form, problemText, results.summary(), results.rows(), results.tracedRows()));
  }
}

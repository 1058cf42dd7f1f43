package nl.uitweg.backoffice.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.sealing.Sealer;
import nl.uitweg.signal.DatabaseAccess;
import nl.uitweg.signal.referral.HandOver;
import nl.uitweg.signal.referral.Referrals;

/**
 * What others handed over: to the care coordination, or to the officer's own municipality. Shows
 * what was shared and nothing of the report behind it.
 */
@Path("backoffice/referrals")
@RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
class ReceivedResource {

  private static final int MOST = 200;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final DatabaseAccess access;
  private final HandOverViews views;
  private final Notes notes;
  private final Referrals referrals;
  private final AuditTrail audit;

  ReceivedResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      DatabaseAccess access,
      HandOverViews views,
      Notes notes,
      Referrals referrals,
      AuditTrail audit) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.access = access;
    this.views = views;
    this.notes = notes;
    this.referrals = referrals;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance referrals(Desk desk, List<Row> rows);

    static native TemplateInstance referralreceived(Desk desk, Received received);
  }

  /** A line of the list; {@code opens} is false when it was altered. */
  record Row(
      String href,
      String reference,
      String from,
      String at,
      String purpose,
      String noted,
      boolean opens) {}

  record Received(
      String path,
      HandOverViews.View view,
      List<HandOverViews.NoteView> notes,
      String problem,
      String typed) {}

  @GET
  @Transactional
  public Response list(HttpServerRequest request) {
    Officer officer = current.get();
    List<String> receivers = begin(officer);
    Desk desk = desks.of(request, officer, "referral.received-title");
    List<Row> rows =
        referrals.received(receivers, MOST).stream().map(opened -> row(opened, desk)).toList();
    record(officer, "referral-list", "referrals", "done");
    return ReferralResource.html(200, Templates.referrals(desk, rows));
  }

  @GET
  @Path("{referral}")
  @Transactional
  public Response look(String referral, HttpServerRequest request) {
    Officer officer = current.get();
    Referrals.Opened opened = find(referral, begin(officer));
    Optional<HandOver> content = opened.content();
    String object = "referral/" + opened.referral().id();
    if (content.isEmpty()) {
      record(officer, "referral-read", object, "does-not-open");
      throw new NotFoundException();
    }
    record(officer, "referral-read", object, "done");
    return show(200, opened, content.get(), officer, request, "", "");
  }

  @POST
  @Path("{referral}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    List<String> receivers = begin(officer);
    Referrals.Opened opened = find(referral, receivers);
    HandOver content = opened.content().orElseThrow(NotFoundException::new);
    Notes.Result result = notes.add(form, opened.referral(), receivers, officer);
    if (!result.problem().isEmpty()) {
      return show(
          result.status(), opened, content, officer, request, result.problem(), result.typed());
    }
    record(officer, "referral-" + result.kind(), "referral/" + opened.referral().id(), "done");
    return Response.seeOther(URI.create("/backoffice/referrals/" + opened.referral().id())).build();
  }

  /**
   * Says for whom this transaction reads; who is both care coordinator and officer reads as care
   * coordinator.
   *
   * @return names of the keysets that may open
   */
  private List<String> begin(Officer officer) {
    if (officer.roles().contains(Officer.CARE_COORDINATOR)) {
      access.care();
      return List.of(Sealer.CARE);
    }
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.desk(officer.municipalities());
    return officer.municipalities();
  }

  private Referrals.Opened find(String id, List<String> receivers) {
    return referrals.received(OfficersReport.id(id), receivers).orElseThrow(NotFoundException::new);
  }

  private Row row(Referrals.Opened opened, Desk desk) {
    String href = "/backoffice/referrals/" + opened.referral().id();
    String at = HandOverViews.time(opened.referral().handedOverAt(), desk.m());
    String noted =
        views.notes(opened, desk).stream()
            .map(HandOverViews.NoteView::kind)
            .distinct()
            .collect(Collectors.joining(", "));
    return opened
        .content()
        .map(content -> views.view(content, desk.m()))
        .map(view -> new Row(href, view.reference(), view.from(), at, view.purpose(), noted, true))
        .orElseGet(() -> new Row(href, "", "", at, "", "", false));
  }

  private Response show(
      int status,
      Referrals.Opened opened,
      HandOver content,
      Officer officer,
      HttpServerRequest request,
      String problem,
      String typed) {
    Desk desk = desks.of(request, officer, "referral.received-one");
    return ReferralResource.html(
        status,
        Templates.referralreceived(
            desk,
            new Received(
                "/backoffice/referrals/" + opened.referral().id(),
                views.view(content, desk.m()),
                views.notes(opened, desk),
                problem.isEmpty() ? "" : desk.m().t(problem),
                typed)));
  }

  private void record(Officer officer, String action, String object, String result) {
    audit.add(new AuditTrail.Entry(officer.name(), action, object, result, ""));
  }
}

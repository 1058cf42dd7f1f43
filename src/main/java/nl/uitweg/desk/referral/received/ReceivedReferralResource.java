package nl.uitweg.desk.referral.received;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.ReferralNotes;
import nl.uitweg.desk.referral.ReferralResource;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;

/**
 * What others referred: to the care coordination, or to the officer's own municipality. Shows what
 * was shared and nothing of the report behind it.
 */
@Path("backoffice/referrals")
@RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
public class ReceivedReferralResource {

  private static final int MOST = 200;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final ReceivedReferrals received;
  private final ReferralContentViews views;
  private final ReferralNotes notes;
  private final Referrals referrals;
  private final SharedFiles files;
  private final IdentityAccess identity;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  ReceivedReferralResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      ReceivedReferrals received,
      ReferralContentViews views,
      ReferralNotes notes,
      Referrals referrals,
      SharedFiles files,
      IdentityAccess identity,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.received = received;
    this.views = views;
    this.notes = notes;
    this.referrals = referrals;
    this.files = files;
    this.identity = identity;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk")
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
      ReferralContentViews.View view,
      List<FileView> files,
      List<ReferralContentViews.NoteView> notes,
      String problem,
      String typed,
      String again) {}

  /** A referral to this officer, open. */
  private record Found(
      Officer officer,
      List<String> keysets,
      Referrals.ReferralDetails opened,
      ReferralContent content) {

    String object() {
      return "referral/" + opened.referral().id();
    }

    String path() {
      return "/backoffice/referrals/" + opened.referral().id();
    }
  }

  @GET
  @Transactional
  public Response list(HttpServerRequest request) {
    Officer officer = current.get();
    List<String> keysets = received.begin(officer);
    Desk desk = desks.of(request, officer, "referral.received-title");
    List<Row> rows =
        referrals.received(keysets, MOST).stream().map(opened -> row(opened, desk)).toList();
    record(officer, "referral-list", "referrals", "done");
    return ReferralResource.html(200, Templates.referrals(desk, rows));
  }

  @GET
  @Path("{referral}")
  @Transactional
  public Response look(String referral, HttpServerRequest request) {
    Found found = find(referral, current.get(), request);
    return show(found, request, Optional.empty());
  }

  /** With who reported it, when that was shared. */
  @POST
  @Path("{referral}/contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response contact(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    Found found = find(referral, officer, request);
    IdentityAccess.Decision decision =
        identity.ask(officer, found.object(), form.getFirst("reason"));
    if (decision.grant().isPresent()) {
      return show(found, request, decision.grant());
    }
    return decision.isLoginTooOld()
        ? refuse(FORBIDDEN, found, request, "replies.login-first", "")
        : refuse(UNPROCESSABLE, found, request, "desk.problem-why", "");
  }

  @POST
  @Path("{referral}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    Found found = find(referral, officer, request);
    ReferralNotes.Result result =
        notes.add(form, found.opened().referral(), found.keysets(), officer);
    if (!result.problem().isEmpty()) {
      return refuse(result.status(), found, request, result.problem(), result.typed());
    }
    record(officer, "referral-" + result.kind(), found.object(), "done");
    // Also in the timeline of the report, where the municipality that referred looks.
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            "referral-" + result.kind(),
            "report/" + found.opened().referral().reportId(),
            "done",
            found.object()));
    return Response.seeOther(URI.create(found.path())).build();
  }

  /**
   * @throws WebApplicationException 404 when it is not this officer's, 409 when it was altered
   */
  private Found find(String referral, Officer officer, HttpServerRequest request) {
    List<String> keysets = received.begin(officer);
    Referrals.ReferralDetails opened = received.find(referral, keysets);
    Optional<ReferralContent> content = opened.content();
    if (content.isEmpty()) {
      refusals.add(
          entry(officer, "referral-read", "referral/" + opened.referral().id(), "does-not-open"));
      Desk desk = desks.of(request, officer, "referral.received-one");
      throw new WebApplicationException(
          ReferralContentViews.broken(desk, "/backoffice/referrals", "referral.received-back"));
    }
    return new Found(officer, keysets, opened, content.get());
  }

  private Row row(Referrals.ReferralDetails opened, Desk desk) {
    String href = "/backoffice/referrals/" + opened.referral().id();
    String at = ReferralContentViews.time(opened.referral().referredAt(), desk.texts());
    String noted =
        views.notes(opened, desk).stream()
            .map(ReferralContentViews.NoteView::kind)
            .distinct()
            .collect(Collectors.joining(", "));
    return opened
        .content()
        .map(content -> views.view(content, List.of(), Optional.empty(), desk.texts()))
        .map(view -> new Row(href, view.reference(), view.from(), at, view.purpose(), noted, true))
        .orElseGet(() -> new Row(href, "", "", at, "", "", false));
  }

  private Response show(
      Found found, HttpServerRequest request, Optional<IdentityAccess.Grant> grant) {
    record(found.officer(), "referral-read", found.object(), "done");
    return page(200, found, request, "", "", grant);
  }

  /** Shows it with a problem; that it was shown is recorded whatever becomes of the request. */
  private Response refuse(
      int status, Found found, HttpServerRequest request, String problem, String typed) {
    refusals.add(entry(found.officer(), "referral-read", found.object(), "done"));
    return page(status, found, request, problem, typed, Optional.empty());
  }

  private Response page(
      int status,
      Found found,
      HttpServerRequest request,
      String problem,
      String typed,
      Optional<IdentityAccess.Grant> grant) {
    Desk desk = desks.of(request, found.officer(), "referral.received-one");
    List<SharedFile> shared = files.of(found.opened().referral(), found.keysets());
    String again = "/backoffice/again/referrals/" + found.opened().referral().id();
    return ReferralResource.html(
        status,
        Templates.referralreceived(
            desk,
            new Received(
                found.path(),
                views.view(found.content(), shared, grant, desk.texts()),
                shared.stream()
                    .map(file -> ReferralContentViews.file(file, found.path(), desk.texts()))
                    .toList(),
                views.notes(found.opened(), desk),
                problem.isEmpty() ? "" : desk.texts().get(problem),
                typed,
                status == FORBIDDEN ? again : "")));
  }

  private void record(Officer officer, String action, String object, String result) {
    audit.add(entry(officer, action, object, result));
  }

  private static AuditTrail.Entry entry(
      Officer officer, String action, String object, String result) {
    return new AuditTrail.Entry(officer.name(), action, object, result, "");
  }
}

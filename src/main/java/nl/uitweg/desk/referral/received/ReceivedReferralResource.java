package nl.uitweg.desk.referral.received;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
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
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.ReferralNotes;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;

/**
 * Shows the referrals that the care coordination or the officer's own municipality received. The
 * pages show what was shared, and nothing else of the report.
 */
@Path("backoffice/referrals")
@RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
public class ReceivedReferralResource {

  private static final int MAX_ROWS = 200;
  private static final int FORBIDDEN = 403;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
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
      DeskFactory deskFactory,
      ReceivedReferrals received,
      ReferralContentViews views,
      ReferralNotes notes,
      Referrals referrals,
      SharedFiles files,
      IdentityAccess identity,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.received = received;
    this.views = views;
    this.notes = notes;
    this.referrals = referrals;
    this.files = files;
    this.identity = identity;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/referral/received")
  static class Templates {
    static native TemplateInstance referrals(Desk desk, List<Row> rows);

    static native TemplateInstance received(Desk desk, ReceivedPage received);
  }

  /** A row of the list; {@code readable} is false when the referral cannot be decrypted. */
  record Row(
      String href,
      ReferralContentViews.Heading heading,
      String at,
      String purpose,
      String noteKinds,
      boolean readable) {}

  record ReceivedPage(
      String path,
      ReferralContentViews.View view,
      List<FileView> files,
      List<ReferralContentViews.NoteView> notes,
      String problem,
      String noteText,
      String loginPath) {}

  /** A decrypted referral that this officer may read. */
  private record OpenReferral(
      Officer officer,
      List<String> keysets,
      Referrals.ReferralDetails details,
      ReferralContent content) {

    AuditObject auditObject() {
      return AuditObject.referral(details.referral().id());
    }

    String path() {
      return "/backoffice/referrals/" + details.referral().id();
    }
  }

  @GET
  @DeskAction(rows = DeskAction.Rows.RECEIVED_REFERRALS, records = AuditAction.REFERRAL_LIST)
  public Response list(HttpServerRequest request) {
    Officer officer = current.get();
    List<String> keysets = received.readableKeysets(officer);
    Desk desk = deskFactory.create(request, officer, "referral.received-title");
    List<Row> rows =
        referrals.received(keysets, MAX_ROWS).stream().map(details -> row(details, desk)).toList();
    record(officer, AuditAction.REFERRAL_LIST, AuditObject.REFERRALS, AuditResult.DONE);
    return HtmlResponse.of(200, Templates.referrals(desk, rows));
  }

  @GET
  @Path("{referral}")
  @DeskAction(rows = DeskAction.Rows.RECEIVED_REFERRALS, records = AuditAction.REFERRAL_READ)
  public Response show(String referral, HttpServerRequest request) {
    OpenReferral openReferral = find(referral, current.get(), request);
    return show(openReferral, request, Optional.empty());
  }

  /** Shows the referral with the identity of the reporter, when that was shared. */
  @POST
  @Path("{referral}/contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(
      rows = DeskAction.Rows.RECEIVED_REFERRALS,
      records = {AuditAction.CONTACT, AuditAction.REFERRAL_READ})
  public Response contact(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    OpenReferral openReferral = find(referral, officer, request);
    IdentityAccess.Decision decision =
        identity.decide(officer, openReferral.auditObject(), form.getFirst("reason"));
    if (decision.grant().isPresent()) {
      return show(openReferral, request, decision.grant());
    }
    return decision.isLoginTooOld()
        ? refuse(FORBIDDEN, openReferral, request, "replies.login-first", "")
        : refuse(UNPROCESSABLE, openReferral, request, "desk.problem-why", "");
  }

  @POST
  @Path("{referral}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(
      rows = DeskAction.Rows.RECEIVED_REFERRALS,
      records = {AuditAction.REFERRAL_RECEIPT, AuditAction.REFERRAL_OUTCOME})
  public Response note(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    OpenReferral openReferral = find(referral, officer, request);
    ReferralNotes.Result result =
        notes.addAsReceiver(
            form, openReferral.details().referral(), openReferral.keysets(), officer);
    if (!result.problemKey().isEmpty()) {
      return refuse(result.status(), openReferral, request, result.problemKey(), result.noteText());
    }
    record(officer, result.action(), openReferral.auditObject(), AuditResult.DONE);
    // Also recorded on the report, so that it is in the timeline of the municipality that referred
    // it.
    audit.add(
        AuditEntry.done(
            officer.name(),
            result.action(),
            AuditObject.report(openReferral.details().referral().reportId()),
            openReferral.auditObject().name()));
    return Response.seeOther(URI.create(openReferral.path())).build();
  }

  /**
   * @throws WebApplicationException 404 when the referral is not for this officer, 409 when it
   *     cannot be decrypted
   */
  private OpenReferral find(String referral, Officer officer, HttpServerRequest request) {
    List<String> keysets = received.readableKeysets(officer);
    Referrals.ReferralDetails details = received.find(referral, keysets);
    Optional<ReferralContent> content = details.content();
    if (content.isEmpty()) {
      refusals.add(
          entry(
              officer,
              AuditAction.REFERRAL_READ,
              AuditObject.referral(details.referral().id()),
              AuditResult.UNDECRYPTABLE));
      Desk desk = deskFactory.create(request, officer, "referral.received-one");
      throw new WebApplicationException(
          ReferralContentViews.undecryptable(
              desk, "/backoffice/referrals", "referral.received-back"));
    }
    return new OpenReferral(officer, keysets, details, content.get());
  }

  private Row row(Referrals.ReferralDetails details, Desk desk) {
    String href = "/backoffice/referrals/" + details.referral().id();
    String at = Dates.shortMoment(details.referral().referredAt(), desk.texts().language());
    String noteKinds =
        views.notes(details, desk).stream()
            .map(ReferralContentViews.NoteView::kind)
            .distinct()
            .collect(Collectors.joining(", "));
    return details
        .content()
        .map(content -> views.view(content, List.of(), Optional.empty(), desk.texts()))
        .map(
            view ->
                new Row(href, view.heading(), at, view.justification().purpose(), noteKinds, true))
        .orElseGet(() -> new Row(href, ReferralContentViews.Heading.NONE, at, "", "", false));
  }

  private Response show(
      OpenReferral openReferral, HttpServerRequest request, Optional<IdentityAccess.Grant> grant) {
    record(
        openReferral.officer(),
        AuditAction.REFERRAL_READ,
        openReferral.auditObject(),
        AuditResult.DONE);
    return page(200, openReferral, request, "", "", grant);
  }

  /**
   * Shows the referral with a problem. The reading is recorded even when the request is rolled
   * back.
   */
  private Response refuse(
      int status,
      OpenReferral openReferral,
      HttpServerRequest request,
      String problemKey,
      String noteText) {
    refusals.add(
        entry(
            openReferral.officer(),
            AuditAction.REFERRAL_READ,
            openReferral.auditObject(),
            AuditResult.DONE));
    return page(status, openReferral, request, problemKey, noteText, Optional.empty());
  }

  private Response page(
      int status,
      OpenReferral openReferral,
      HttpServerRequest request,
      String problemKey,
      String noteText,
      Optional<IdentityAccess.Grant> grant) {
    Desk desk = deskFactory.create(request, openReferral.officer(), "referral.received-one");
    List<SharedFile> shared = files.of(openReferral.details().referral(), openReferral.keysets());
    String loginPath = "/backoffice/again/referrals/" + openReferral.details().referral().id();
    return HtmlResponse.of(
        status,
        Templates.received(
            desk,
            new ReceivedPage(
                openReferral.path(),
                views.view(openReferral.content(), shared, grant, desk.texts()),
                shared.stream()
                    .map(file -> ReferralContentViews.file(file, openReferral.path(), desk.texts()))
                    .toList(),
                views.notes(openReferral.details(), desk),
                problemKey.isEmpty() ? "" : desk.texts().get(problemKey),
                noteText,
                status == FORBIDDEN ? loginPath : "")));
  }

  private void record(Officer officer, AuditAction action, AuditObject object, AuditResult result) {
    audit.add(entry(officer, action, object, result));
  }

  private static AuditEntry entry(
      Officer officer, AuditAction action, AuditObject object, AuditResult result) {
    return new AuditEntry(officer.name(), action, object, result, "");
  }
}

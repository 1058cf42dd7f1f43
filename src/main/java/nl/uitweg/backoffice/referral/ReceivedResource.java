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
import nl.uitweg.backoffice.FileView;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.signal.referral.HandOver;
import nl.uitweg.signal.referral.Referrals;
import nl.uitweg.signal.referral.SharedFile;
import nl.uitweg.signal.referral.SharedFiles;

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
  private final Receivers receivers;
  private final HandOverViews views;
  private final Notes notes;
  private final Referrals referrals;
  private final SharedFiles files;
  private final AuditTrail audit;

  ReceivedResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      Receivers receivers,
      HandOverViews views,
      Notes notes,
      Referrals referrals,
      SharedFiles files,
      AuditTrail audit) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.receivers = receivers;
    this.views = views;
    this.notes = notes;
    this.referrals = referrals;
    this.files = files;
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
      List<FileView> files,
      List<HandOverViews.NoteView> notes,
      String problem,
      String typed) {}

  @GET
  @Transactional
  public Response list(HttpServerRequest request) {
    Officer officer = current.get();
    List<String> keysets = receivers.begin(officer);
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
    Officer officer = current.get();
    List<String> keysets = receivers.begin(officer);
    Referrals.Opened opened = receivers.find(referral, keysets);
    Optional<HandOver> content = opened.content();
    String object = "referral/" + opened.referral().id();
    if (content.isEmpty()) {
      record(officer, "referral-read", object, "does-not-open");
      throw new NotFoundException();
    }
    record(officer, "referral-read", object, "done");
    return show(200, opened, keysets, content.get(), officer, request, "", "");
  }

  @POST
  @Path("{referral}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    List<String> keysets = receivers.begin(officer);
    Referrals.Opened opened = receivers.find(referral, keysets);
    HandOver content = opened.content().orElseThrow(NotFoundException::new);
    Notes.Result result = notes.add(form, opened.referral(), keysets, officer);
    if (!result.problem().isEmpty()) {
      return show(
          result.status(),
          opened,
          keysets,
          content,
          officer,
          request,
          result.problem(),
          result.typed());
    }
    String id = "referral/" + opened.referral().id();
    record(officer, "referral-" + result.kind(), id, "done");
    // Also in the timeline of the report, where the municipality that handed over looks.
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            "referral-" + result.kind(),
            "signal/" + opened.referral().signalId(),
            "done",
            id));
    return Response.seeOther(URI.create("/backoffice/referrals/" + opened.referral().id())).build();
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
        .map(content -> views.view(content, List.of(), desk.m()))
        .map(view -> new Row(href, view.reference(), view.from(), at, view.purpose(), noted, true))
        .orElseGet(() -> new Row(href, "", "", at, "", "", false));
  }

  private Response show(
      int status,
      Referrals.Opened opened,
      List<String> keysets,
      HandOver content,
      Officer officer,
      HttpServerRequest request,
      String problem,
      String typed) {
    Desk desk = desks.of(request, officer, "referral.received-one");
    String path = "/backoffice/referrals/" + opened.referral().id();
    List<SharedFile> shared = files.of(opened.referral(), keysets);
    return ReferralResource.html(
        status,
        Templates.referralreceived(
            desk,
            new Received(
                path,
                views.view(content, shared, desk.m()),
                shared.stream().map(file -> HandOverViews.file(file, path, desk.m())).toList(),
                views.notes(opened, desk),
                problem.isEmpty() ? "" : desk.m().t(problem),
                typed)));
  }

  private void record(Officer officer, String action, String object, String result) {
    audit.add(new AuditTrail.Entry(officer.name(), action, object, result, ""));
  }
}

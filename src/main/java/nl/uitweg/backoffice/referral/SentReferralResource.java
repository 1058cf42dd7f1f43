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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.sealing.UnsealException;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.referral.HandOver;
import nl.uitweg.signal.referral.Referrals;
import nl.uitweg.signal.referral.SharedFile;
import nl.uitweg.signal.referral.SharedFiles;

/**
 * One referral as the municipality that handed over sees it: what was shared, the file for the
 * recipient, receipt and outcome. {@link ReceivedResource} is the receiver's side.
 */
@Path("backoffice/reports/{id}/referrals/{referral}")
@RolesAllowed(Officer.OFFICER)
class SentReferralResource {

  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final OfficersReport reports;
  private final HandOverViews views;
  private final HandOverFile files;
  private final FileToken fileTokens;
  private final Choices choices;
  private final Notes notes;
  private final Referrals referrals;
  private final SharedFiles shared;
  private final AuditTrail audit;

  SentReferralResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      OfficersReport reports,
      HandOverViews views,
      HandOverFile files,
      FileToken fileTokens,
      Choices choices,
      Notes notes,
      Referrals referrals,
      SharedFiles shared,
      AuditTrail audit) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.reports = reports;
    this.views = views;
    this.files = files;
    this.fileTokens = fileTokens;
    this.choices = choices;
    this.notes = notes;
    this.referrals = referrals;
    this.shared = shared;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance referralsent(Desk desk, Sent sent);
  }

  /**
   * @param passphrase of the file, shown this once; empty before the officer asks for a file
   * @param fileToken carries it to the file
   * @param problem in words; empty when there is none
   */
  record Sent(
      String back,
      String path,
      String to,
      HandOverViews.View view,
      List<HandOverViews.NoteView> notes,
      String passphrase,
      String fileToken,
      String problem,
      String typed) {}

  /** A referral of this officer's report, open. */
  private record Found(
      Signal signal, Referrals.Opened opened, HandOver content, List<SharedFile> files) {}

  @GET
  @Transactional
  public Response look(String id, String referral, HttpServerRequest request) {
    Officer officer = current.get();
    Found found = find(id, referral, officer);
    record(officer, "referral-read", found, "done");
    return show(200, found, officer, request, "", "", "");
  }

  /** Shows a fresh passphrase, and the buttons that make the files. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response file(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    return show(200, find(id, referral, officer), officer, request, FileToken.passphrase(), "", "");
  }

  @POST
  @Path("pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response pdf(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    Found found = find(id, referral, officer);
    Optional<String> passphrase =
        fileTokens.passphrase(
            Optional.ofNullable(form.getFirst("file")).orElse(""),
            found.opened().referral().id(),
            officer);
    if (passphrase.isEmpty()) {
      return show(CONFLICT, found, officer, request, "", "referral.problem-file", "");
    }
    record(officer, "referral-pdf", found, "done");
    byte[] pdf =
        files.pdf(
            to(found, desks.dutch()),
            views.view(found.content(), found.files(), desks.dutch()),
            contents(found, officer),
            passphrase.get(),
            desks.dutch());
    return saved(pdf, "application/pdf", found, ".pdf");
  }

  @POST
  @Path("json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response json(String id, String referral, MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    tokens.check(form, officer);
    Found found = find(id, referral, officer);
    record(officer, "referral-json", found, "done");
    byte[] json =
        files.json(
            to(found, desks.dutch()), views.view(found.content(), found.files(), desks.dutch()));
    return saved(json, "application/json", found, ".json");
  }

  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    Found found = find(id, referral, officer);
    Notes.Result result =
        notes.add(form, found.opened().referral(), officer.municipalities(), officer);
    if (!result.problem().isEmpty()) {
      return show(result.status(), found, officer, request, "", result.problem(), result.typed());
    }
    record(officer, "referral-" + result.kind(), found, "done");
    return Response.seeOther(java.net.URI.create("/backoffice/reports/" + id)).build();
  }

  private Found find(String id, String referral, Officer officer) {
    Signal signal = reports.find(id, officer);
    Referrals.Opened opened =
        referrals
            .find(OfficersReport.id(referral), signal, officer.municipalities())
            .orElseThrow(NotFoundException::new);
    return new Found(
        signal,
        opened,
        opened.content().orElseThrow(NotFoundException::new),
        shared.of(opened.referral(), officer.municipalities()));
  }

  /** Those that open; of the others the page says so. */
  private Map<String, byte[]> contents(Found found, Officer officer) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (SharedFile file : found.files()) {
      try {
        byte[] content = shared.content(found.opened().referral(), file, officer.municipalities());
        contents.put(file.name(), content);
      } catch (UnsealException e) {
        record(officer, "referral-file", found, "does-not-open");
      }
    }
    return contents;
  }

  private String to(Found found, nl.uitweg.language.Texts m) {
    return choices.name(
        found.opened().referral().recipient(), found.opened().referral().receiver(), m);
  }

  private Response show(
      int status,
      Found found,
      Officer officer,
      HttpServerRequest request,
      String passphrase,
      String problem,
      String typed) {
    Desk desk = desks.of(request, officer, "referral.sent-title");
    String back = "/backoffice/reports/" + found.signal().id();
    return ReferralResource.html(
        status,
        Templates.referralsent(
            desk,
            new Sent(
                back,
                back + "/referrals/" + found.opened().referral().id(),
                to(found, desk.m()),
                views.view(found.content(), found.files(), desk.m()),
                views.notes(found.opened(), desk),
                passphrase,
                passphrase.isEmpty()
                    ? ""
                    : fileTokens.issue(passphrase, found.opened().referral().id(), officer),
                problem.isEmpty() ? "" : desk.m().t(problem),
                typed)));
  }

  private static Response saved(byte[] content, String type, Found found, String ending) {
    return Response.ok(content, type)
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + found.content().reference() + ending + "\"")
        .build();
  }

  private void record(Officer officer, String action, Found found, String result) {
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            action,
            "signal/" + found.signal().id(),
            result,
            "referral/" + found.opened().referral().id()));
  }
}

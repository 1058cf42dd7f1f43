package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.CurrentOfficer;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.Officer;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.Consent;
import nl.uitweg.report.Report;
import nl.uitweg.report.ReportContent;

/**
 * Hands a report over: the form, the preview, and the moment it is final. {@link
 * SentReferralResource} shows it afterwards.
 */
@Path("backoffice/reports/{id}/referral")
@RolesAllowed(Officer.OFFICER)
class ReferralResource {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final ReferralCheck.Problem NOT_ALLOWED =
      new ReferralCheck.Problem("main", "referral.problem-state");

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final ReferableReports reports;
  private final ReferralViews views;
  private final ReferralContentViews contentViews;
  private final ReferralOptions options;
  private final ReferralCheck check;
  private final ReferralDrafter drafter;
  private final Referrals referrals;
  private final ReferralAttachments attachments;
  private final IdentityAccess identity;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  ReferralResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      ReferableReports reports,
      ReferralViews views,
      ReferralContentViews contentViews,
      ReferralOptions options,
      ReferralCheck check,
      ReferralDrafter drafter,
      Referrals referrals,
      ReferralAttachments attachments,
      IdentityAccess identity,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.reports = reports;
    this.views = views;
    this.contentViews = contentViews;
    this.options = options;
    this.check = check;
    this.drafter = drafter;
    this.referrals = referrals;
    this.attachments = attachments;
    this.identity = identity;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance referral(
        Desk desk, ReferralViews.View form, List<ReferralViews.FieldError> problems);

    static native TemplateInstance referralpreview(
        Desk desk,
        String path,
        String to,
        ReferralContentViews.View view,
        List<ReferralViews.RetainedField> retained);
  }

  @GET
  @Transactional
  public Response form(String id, HttpServerRequest request) {
    Officer officer = current.get();
    Report signal = reports.find(id, officer);
    ReportContent report = reports.open(signal, officer);
    boolean allowed = Referrals.allowed(signal);
    return form(
        allowed ? OK : CONFLICT,
        signal,
        report,
        ReferralForm.empty(report),
        allowed ? List.of() : List.of(NOT_ALLOWED),
        officer,
        request);
  }

  /** {@code step} is {@code preview}, {@code change} (back to the form) or {@code send}. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response step(
      String id, MultivaluedMap<String, String> posted, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(posted, officer);
    Report signal = reports.forChange(id, officer);
    ReportContent report = reports.open(signal, officer);
    ReferralForm form = ReferralForm.read(posted, report);
    String step = Optional.ofNullable(posted.getFirst("step")).orElse("preview");
    if (step.equals("change")) {
      return form(OK, signal, report, form, List.of(), officer, request);
    }
    List<ReferralCheck.Problem> problems = new ArrayList<>(check.problems(form, signal, report));
    attachments.problem(signal, form, officer).ifPresent(problems::add);
    if (!Referrals.allowed(signal)) {
      problems = List.of(NOT_ALLOWED);
    }
    Optional<ReferralTarget> target = options.target(form.recipient(), signal);
    if (!problems.isEmpty() || target.isEmpty()) {
      if (step.equals("send") || ReferralCheck.forbidden(form, report)) {
        refusals.add(entry(officer, "referral", signal, "refused", ""));
      }
      int status = Referrals.allowed(signal) ? UNPROCESSABLE : CONFLICT;
      return form(status, signal, report, form, problems, officer, request);
    }
    Optional<IdentityAccess.Grant> grant = Optional.empty();
    if (form.fields().stream().anyMatch(Consent::identifies)) {
      grant = identity.ask(officer, "signal/" + signal.id(), IdentityAccess.REFERRAL).grant();
      if (grant.isEmpty()) {
        return logInFirst(signal, report, form, officer, request);
      }
    }
    ReferralContent referral = drafter.of(form, signal, report, officer);
    return step.equals("send")
        ? send(signal, form, target.get(), referral, officer)
        : preview(signal, report, form, target.get(), referral, grant, officer, request);
  }

  private Response preview(
      Report signal,
      ReportContent report,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral,
      Optional<IdentityAccess.Grant> grant,
      Officer officer,
      HttpServerRequest request) {
    record(officer, "referral-form", signal, "done", "");
    Desk desk = desks.of(request, officer, "referral.preview-title");
    return html(
        200,
        Templates.referralpreview(
            desk,
            path(signal),
            options.name(target.recipient(), target.receiver(), desk.texts()),
            contentViews.preview(
                referral, attachments.chosen(signal, form, officer), grant, desk.texts()),
            ReferralViews.retained(form, report)));
  }

  private Response send(
      Report signal,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral,
      Officer officer) {
    String name = signal.id() + "/" + form.draft();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    if (referrals.add(id, signal, target.recipient(), target.receiver(), referral)) {
      record(
          officer,
          "referral",
          signal,
          "done",
          target.value() + ", " + form.purpose() + ", " + form.basis());
      List<ReferralAttachments.Chosen> chosen = attachments.chosen(signal, form, officer);
      try {
        attachments.send(id, chosen, signal, officer);
      } catch (UnsealException altered) {
        refusals.add(entry(officer, "referral", signal, "refused", ""));
        throw new ClientErrorException(CONFLICT, altered); // nothing is handed over
      }
      chosen.forEach(
          one ->
              record(
                  officer,
                  "referral-enclose",
                  signal,
                  "done",
                  "attachment/" + one.attachment().id()));
    }
    return Response.seeOther(URI.create("/backoffice/reports/" + signal.id() + "/referrals/" + id))
        .build();
  }

  /** The form again, with a link that logs in elsewhere so that what was typed stays. */
  private Response logInFirst(
      Report signal,
      ReportContent report,
      ReferralForm form,
      Officer officer,
      HttpServerRequest request) {
    Desk desk = desks.of(request, officer, "referral.title");
    String again = "/backoffice/again/" + signal.id();
    return form(
        FORBIDDEN,
        signal,
        report,
        form,
        List.of(
            new ReferralViews.FieldError(again, desk.texts().get("referral.problem-login"), true)),
        desk);
  }

  private Response form(
      int status,
      Report signal,
      ReportContent report,
      ReferralForm form,
      List<ReferralCheck.Problem> problems,
      Officer officer,
      HttpServerRequest request) {
    Desk desk = desks.of(request, officer, "referral.title");
    return form(status, signal, report, form, ReferralViews.errors(problems, desk), desk);
  }

  /** The form shows what was reported, so every time is an event. */
  private Response form(
      int status,
      Report signal,
      ReportContent report,
      ReferralForm form,
      List<ReferralViews.FieldError> problems,
      Desk desk) {
    Officer officer = desk.officer();
    AuditTrail.Entry opened = entry(officer, "referral-form", signal, "done", "");
    if (status == OK) {
      audit.add(opened);
    } else {
      refusals.add(opened);
    }
    return html(
        status,
        Templates.referral(
            desk,
            views.view(
                path(signal),
                signal,
                report,
                form,
                attachments.choices(signal, form, officer, desk.texts()),
                desk),
            problems));
  }

  private static String path(Report signal) {
    return "/backoffice/reports/" + signal.id();
  }

  private void record(Officer officer, String action, Report signal, String result, String reason) {
    audit.add(entry(officer, action, signal, result, reason));
  }

  private static AuditTrail.Entry entry(
      Officer officer, String action, Report signal, String result, String reason) {
    return new AuditTrail.Entry(officer.name(), action, "signal/" + signal.id(), result, reason);
  }

  static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .entity(template.render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}

package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
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
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskAction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.ReportInAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.sent.SentReferralResource;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.ReportContent;

/**
 * Refers a report: shows the form and the preview, and sends the referral. {@link
 * SentReferralResource} shows a referral that was sent.
 */
@Path("backoffice/reports/{id}/referral")
@RolesAllowed(Officer.OFFICER)
public class ReferralResource {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final ReferralCheck.Problem NOT_ALLOWED =
      new ReferralCheck.Problem("main", "referral.problem-state");

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReportInAddress reportInAddress;
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
      DeskFactory deskFactory,
      ReportInAddress reportInAddress,
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
    this.deskFactory = deskFactory;
    this.reportInAddress = reportInAddress;
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

  @CheckedTemplate(basePath = "desk")
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
  @DeskAction(records = AuditAction.REFERRAL_FORM)
  public Response form(HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.get();
    ReportContent content = reports.open(report, officer);
    boolean allowed = Referrals.canBeReferred(report);
    return form(
        allowed ? OK : CONFLICT,
        report,
        content,
        ReferralForm.empty(content),
        allowed ? List.of() : List.of(NOT_ALLOWED),
        officer,
        request);
  }

  /**
   * Handles the form. Form field {@code step} is {@code preview}, {@code change} (back to the form)
   * or {@code send}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.REFERRAL, AuditAction.REFERRAL_FORM})
  public Response step(MultivaluedMap<String, String> posted, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.getForUpdate();
    ReportContent content = reports.open(report, officer);
    ReferralForm form = ReferralForm.read(posted, content);
    String step = Optional.ofNullable(posted.getFirst("step")).orElse("preview");
    if (step.equals("change")) {
      return form(OK, report, content, form, List.of(), officer, request);
    }
    List<ReferralCheck.Problem> problems = new ArrayList<>(check.problems(form, report, content));
    attachments.problem(report, form, officer).ifPresent(problems::add);
    if (!Referrals.canBeReferred(report)) {
      problems = List.of(NOT_ALLOWED);
    }
    Optional<ReferralTarget> target = options.target(form.recipient(), report);
    if (!problems.isEmpty() || target.isEmpty()) {
      if (step.equals("send") || ReferralCheck.requestsForbiddenField(form, content)) {
        refusals.add(entry(officer, AuditAction.REFERRAL, report, AuditResult.REFUSED, ""));
      }
      int status = Referrals.canBeReferred(report) ? UNPROCESSABLE : CONFLICT;
      return form(status, report, content, form, problems, officer, request);
    }
    Optional<IdentityAccess.Grant> grant = Optional.empty();
    if (form.fields().stream().anyMatch(Consent::identifies)) {
      grant =
          identity
              .decide(officer, AuditObject.report(report.id()), IdentityAccess.REASON_REFERRAL)
              .grant();
      if (grant.isEmpty()) {
        return loginRequired(report, content, form, officer, request);
      }
    }
    ReferralContent referral = drafter.of(form, report, content, officer);
    return step.equals("send")
        ? send(report, form, target.get(), referral, officer)
        : preview(report, content, form, target.get(), referral, grant, officer, request);
  }

  private Response preview(
      Report report,
      ReportContent content,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral,
      Optional<IdentityAccess.Grant> grant,
      Officer officer,
      HttpServerRequest request) {
    record(officer, AuditAction.REFERRAL_FORM, report, AuditResult.DONE, "");
    Desk desk = deskFactory.create(request, officer, "referral.preview-title");
    return HtmlResponse.of(
        200,
        Templates.referralpreview(
            desk,
            path(report),
            options.name(target.recipient(), target.receiver(), desk.texts()),
            contentViews.preview(
                referral, attachments.selected(report, form, officer), grant, desk.texts()),
            ReferralViews.retained(form, content)));
  }

  private Response send(
      Report report,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral,
      Officer officer) {
    // derived from the form, so that sending the form twice adds one referral
    String idSource = report.id() + "/" + form.draftId();
    UUID id = UUID.nameUUIDFromBytes(idSource.getBytes(StandardCharsets.UTF_8));
    if (referrals.add(id, report, target.recipient(), target.receiver(), referral)) {
      record(
          officer,
          AuditAction.REFERRAL,
          report,
          AuditResult.DONE,
          target.value() + ", " + form.purpose() + ", " + form.basis());
      List<ReferralAttachments.SelectedFile> selectedFiles =
          attachments.selected(report, form, officer);
      try {
        attachments.share(id, selectedFiles, report, officer);
      } catch (UnsealException altered) {
        refusals.add(entry(officer, AuditAction.REFERRAL, report, AuditResult.REFUSED, ""));
        // the exception rolls back the transaction, with the referral
        throw new ClientErrorException(CONFLICT, altered);
      }
      selectedFiles.forEach(
          file ->
              record(
                  officer,
                  AuditAction.REFERRAL_ENCLOSE,
                  report,
                  AuditResult.DONE,
                  "attachment/" + file.attachment().id()));
    } else {
      audit.nothingToRecord();
    }
    return Response.seeOther(URI.create("/backoffice/reports/" + report.id() + "/referrals/" + id))
        .build();
  }

  /** The form again, with a link to log in in another tab, so that the input is kept. */
  private Response loginRequired(
      Report report,
      ReportContent content,
      ReferralForm form,
      Officer officer,
      HttpServerRequest request) {
    Desk desk = deskFactory.create(request, officer, "referral.title");
    String loginPath = "/backoffice/again/" + report.id();
    return form(
        FORBIDDEN,
        report,
        content,
        form,
        List.of(
            new ReferralViews.FieldError(
                loginPath, desk.texts().get("referral.problem-login"), true)),
        desk);
  }

  private Response form(
      int status,
      Report report,
      ReportContent content,
      ReferralForm form,
      List<ReferralCheck.Problem> problems,
      Officer officer,
      HttpServerRequest request) {
    Desk desk = deskFactory.create(request, officer, "referral.title");
    return form(status, report, content, form, ReferralViews.errors(problems, desk), desk);
  }

  /**
   * Shows the form. The form contains what was reported, so each time it is shown is recorded in
   * the audit.
   */
  private Response form(
      int status,
      Report report,
      ReportContent content,
      ReferralForm form,
      List<ReferralViews.FieldError> problems,
      Desk desk) {
    Officer officer = desk.officer();
    AuditEntry reading = entry(officer, AuditAction.REFERRAL_FORM, report, AuditResult.DONE, "");
    if (status == OK) {
      audit.add(reading);
    } else {
      refusals.add(reading);
    }
    return HtmlResponse.of(
        status,
        Templates.referral(
            desk,
            views.view(
                path(report),
                report,
                content,
                form,
                attachments.choices(report, form, officer, desk.texts()),
                desk),
            problems));
  }

  private static String path(Report report) {
    return "/backoffice/reports/" + report.id();
  }

  private void record(
      Officer officer, AuditAction action, Report report, AuditResult result, String reason) {
    audit.add(entry(officer, action, report, result, reason));
  }

  private static AuditEntry entry(
      Officer officer, AuditAction action, Report report, AuditResult result, String reason) {
    return new AuditEntry(officer.name(), action, AuditObject.report(report.id()), result, reason);
  }
}

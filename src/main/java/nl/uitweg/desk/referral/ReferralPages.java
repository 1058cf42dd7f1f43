package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.Translations;
import nl.uitweg.report.content.ReportContent;

/**
 * Builds the form with which a report is referred, and the preview of the referral. Both contain
 * what was reported, so every display of one of them is recorded in the audit trail.
 */
@Singleton
class ReferralPages {

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final AuditAction ACTION = AuditAction.REFERRAL_FORM;

  private final DeskFactory deskFactory;
  private final Reports reports;
  private final Translations translations;
  private final ReferralFormViews formViews;
  private final ReferralContentViews contentViews;
  private final ReferralOptions options;
  private final ReferralMessages messages;
  private final ReferralAttachments attachments;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  ReferralPages(
      DeskFactory deskFactory,
      Reports reports,
      Translations translations,
      ReferralFormViews formViews,
      ReferralContentViews contentViews,
      ReferralOptions options,
      ReferralMessages messages,
      ReferralAttachments attachments,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.deskFactory = deskFactory;
    this.reports = reports;
    this.translations = translations;
    this.formViews = formViews;
    this.contentViews = contentViews;
    this.options = options;
    this.messages = messages;
    this.attachments = attachments;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/referral")
  static class Templates {
    static native TemplateInstance referral(
        Desk desk, ReferralFormViews.View form, List<ReferralFormViews.FieldError> problems);

    static native TemplateInstance preview(
        Desk desk,
        String path,
        String to,
        ReferralContentViews.View view,
        List<ReferralFormViews.RetainedField> retained);
  }

  /**
   * One request to refer a report.
   *
   * @param report a report that the officer may see, loaded in the caller's transaction
   * @param content its decrypted content
   */
  record ReferralRequest(
      Report report, ReportContent content, Officer officer, HttpServerRequest request) {

    /** Address of the case file. */
    String path() {
      return "/backoffice/reports/" + report.id();
    }

    AuditObject object() {
      return AuditObject.report(report.id());
    }

    AuditEntry done(AuditAction action, String reason) {
      return AuditEntry.done(officer.name(), action, object(), reason);
    }

    AuditEntry refused(AuditAction action) {
      return AuditEntry.refused(officer.name(), action, object());
    }
  }

  /**
   * Decrypts the report that the officer wants to refer.
   *
   * @throws NotFoundException when it cannot be decrypted; this is recorded in the audit trail, and
   *     the case file shows it
   */
  ReferralRequest open(Report report, Officer officer, HttpServerRequest request) {
    try {
      ReportContent content = reports.open(report, officer.municipalities());
      return new ReferralRequest(report, content, officer, request);
    } catch (UnsealException | IllegalStateException e) {
      refusals.add(
          AuditEntry.undecryptable(officer.name(), ACTION, AuditObject.report(report.id())));
      throw new NotFoundException(e);
    }
  }

  /** The form of an officer who begins to refer a report. */
  ReferralForm initialForm(
      ReferralRequest request, Optional<ReferralTarget> target, Optional<String> purpose) {
    return ReferralForm.initial(request.content(), target, purpose, keptTranslations(request));
  }

  private KeptTranslations keptTranslations(ReferralRequest request) {
    try {
      return KeptTranslations.of(
          translations.of(request.report(), request.officer().municipalities()));
    } catch (UnsealException e) {
      return KeptTranslations.NONE; // the case file shows and records this
    }
  }

  /** Shows the form, with the problems that were found in it. */
  Response form(
      int status,
      ReferralRequest request,
      ReferralForm form,
      List<ReferralCheck.Problem> problems) {
    Desk desk = desk(request, "referral.title");
    return form(status, request, form, ReferralFormViews.errors(problems, desk), desk);
  }

  /** Shows the form with a link for logging in again in another tab, so that the input is kept. */
  Response loginRequired(ReferralRequest request, ReferralForm form) {
    Desk desk = desk(request, "referral.title");
    ReferralFormViews.FieldError problem =
        new ReferralFormViews.FieldError(
            "/backoffice/again/" + request.report().id(),
            desk.texts().get("referral.problem-login"),
            true);
    return form(FORBIDDEN, request, form, List.of(problem), desk);
  }

  /**
   * Shows the referral as it will be sent.
   *
   * @param grant access to the identity of the reporter; empty when the referral does not contain
   *     it
   */
  Response preview(
      ReferralRequest request,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral,
      Optional<IdentityAccess.Grant> grant) {
    audit.add(request.done(ACTION, ""));
    Desk desk = desk(request, "referral.preview-title");
    List<ReferralAttachments.SelectedFile> files =
        attachments.selected(request.report(), form, request.officer());
    return HtmlResponse.of(
        OK,
        Templates.preview(
            desk,
            request.path(),
            options.recipientName(target.recipient(), target.receiver(), desk.texts()),
            contentViews.preview(referral, files, grant, desk.texts()),
            ReferralFormViews.retained(form, request.content())));
  }

  private Response form(
      int status,
      ReferralRequest request,
      ReferralForm form,
      List<ReferralFormViews.FieldError> problems,
      Desk desk) {
    AuditEntry reading = request.done(ACTION, "");
    if (status == OK) {
      audit.add(reading);
    } else {
      refusals.add(reading);
    }
    ReferralFormViews.View view =
        formViews.view(
            request.path(),
            request.report(),
            request.content(),
            form,
            new ReferralFormViews.Enclosures(
                messages.choices(request.report(), form, request.officer(), desk.texts()),
                attachments.choices(request.report(), form, request.officer(), desk.texts())),
            desk);
    return HtmlResponse.of(status, Templates.referral(desk, view, problems));
  }

  private Desk desk(ReferralRequest request, String titleKey) {
    return deskFactory.create(request.request(), request.officer(), titleKey);
  }
}

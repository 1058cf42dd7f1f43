package nl.uitweg.desk.referral.sent;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.ReferralOptions;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;
import nl.uitweg.report.Report;

/**
 * Builds the page of one referral for the municipality that sent it. Every display of the page is
 * recorded in the audit trail, including one that is the response to a form.
 */
@Singleton
class SentReferralPages {

  private static final int OK = 200;
  private static final String LOGIN_REQUIRED_KEY = "replies.login-first";

  private final DeskFactory deskFactory;
  private final ReportInAddress reportInAddress;
  private final ReferralContentViews views;
  private final FileTokens fileTokens;
  private final ReferralOptions options;
  private final Referrals referrals;
  private final SharedFiles shared;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  SentReferralPages(
      DeskFactory deskFactory,
      ReportInAddress reportInAddress,
      ReferralContentViews views,
      FileTokens fileTokens,
      ReferralOptions options,
      Referrals referrals,
      SharedFiles shared,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.deskFactory = deskFactory;
    this.reportInAddress = reportInAddress;
    this.views = views;
    this.fileTokens = fileTokens;
    this.options = options;
    this.referrals = referrals;
    this.shared = shared;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/referral/sent")
  static class Templates {
    static native TemplateInstance sent(Desk desk, SentPage sent);
  }

  /** One referral as its page shows it. */
  record SentPage(
      String back,
      String path,
      String to,
      ReferralContentViews.View view,
      Download download,
      Notes notes,
      Problem problem) {}

  /**
   * The part of the page with which an officer creates the file of the referral.
   *
   * @param passphrase passphrase of the file, shown only once; empty before the officer asks for a
   *     file
   * @param token token that carries the passphrase to the request that creates the file
   */
  record Download(String passphrase, String token) {

    static final Download NONE = new Download("", "");
  }

  /** The notes, and the text of a new note that was refused; empty when none was. */
  record Notes(List<ReferralContentViews.NoteView> written, String enteredText) {}

  /**
   * Why an action was refused.
   *
   * @param text the reason; empty when no action was refused
   * @param loginPath address to log in again; empty when that is not needed
   */
  record Problem(String text, String loginPath) {}

  /** A decrypted referral of a report that this officer may see. */
  record SentReferral(
      Officer officer,
      Report report,
      Referrals.ReferralDetails details,
      ReferralContent content,
      List<SharedFile> files) {

    /** Address of the case file. */
    String back() {
      return "/backoffice/reports/" + report.id();
    }

    String path() {
      return back() + "/referrals/" + details.referral().id();
    }

    AuditObject auditObject() {
      return AuditObject.report(report.id());
    }
  }

  /**
   * @throws WebApplicationException 404 when the referral does not exist or this officer may not
   *     see it, 409 when it cannot be decrypted
   */
  SentReferral find(String referral, Officer officer, HttpServerRequest request) {
    Report report = reportInAddress.get();
    Referrals.ReferralDetails details =
        referrals
            .find(ReportInAddress.parseId(referral), report, officer.municipalities())
            .orElseThrow(NotFoundException::new);
    Optional<ReferralContent> content = details.content();
    if (content.isEmpty()) {
      refusals.add(
          new AuditEntry(
              officer.name(),
              AuditAction.REFERRAL_READ,
              AuditObject.report(report.id()),
              AuditResult.UNDECRYPTABLE,
              AuditObject.referral(details.referral().id()).name()));
      Desk desk = deskFactory.create(request, officer, "referral.sent-title");
      throw new WebApplicationException(
          ReferralContentViews.undecryptable(
              desk, "/backoffice/reports/" + report.id(), "referral.back"));
    }
    List<SharedFile> files = shared.of(details.referral(), officer.municipalities());
    return new SentReferral(officer, report, details, content.get(), files);
  }

  Response show(
      SentReferral sentReferral, HttpServerRequest request, Optional<IdentityAccess.Grant> grant) {
    return show(OK, sentReferral, request, "", "", "", grant);
  }

  /** Shows a new passphrase, and the buttons that create the files. */
  Response withPassphrase(SentReferral sentReferral, HttpServerRequest request) {
    return show(OK, sentReferral, request, FileTokens.newPassphrase(), "", "", Optional.empty());
  }

  /** Shows that the officer must log in again before seeing the identity of the reporter. */
  Response loginRequired(SentReferral sentReferral, HttpServerRequest request) {
    return refuse(
        Response.Status.FORBIDDEN.getStatusCode(), sentReferral, request, LOGIN_REQUIRED_KEY, "");
  }

  /**
   * @param problemKey key of the text that says why the action was refused
   */
  Response refuse(
      int status,
      SentReferral sentReferral,
      HttpServerRequest request,
      String problemKey,
      String noteText) {
    return show(status, sentReferral, request, "", problemKey, noteText, Optional.empty());
  }

  void record(SentReferral sentReferral, AuditAction action, AuditResult result) {
    audit.add(entry(sentReferral, action, result));
  }

  void recordRefusal(SentReferral sentReferral, AuditAction action) {
    refusals.add(entry(sentReferral, action, AuditResult.REFUSED));
  }

  String recipientName(SentReferral sentReferral, Texts texts) {
    return options.recipientName(
        sentReferral.details().referral().recipient(),
        sentReferral.details().referral().receiver(),
        texts);
  }

  private Response show(
      int status,
      SentReferral sentReferral,
      HttpServerRequest request,
      String passphrase,
      String problemKey,
      String noteText,
      Optional<IdentityAccess.Grant> grant) {
    AuditEntry reading = entry(sentReferral, AuditAction.REFERRAL_READ, AuditResult.DONE);
    if (status == OK) {
      audit.add(reading);
    } else {
      refusals.add(reading);
    }
    Desk desk = deskFactory.create(request, sentReferral.officer(), "referral.sent-title");
    SentPage page =
        new SentPage(
            sentReferral.back(),
            sentReferral.path(),
            recipientName(sentReferral, desk.texts()),
            views.view(sentReferral.content(), sentReferral.files(), grant, desk.texts()),
            download(passphrase, sentReferral),
            new Notes(views.notes(sentReferral.details(), desk), noteText),
            problem(problemKey, sentReferral, desk.texts()));
    return HtmlResponse.of(status, Templates.sent(desk, page));
  }

  private Download download(String passphrase, SentReferral sentReferral) {
    return passphrase.isEmpty()
        ? Download.NONE
        : new Download(
            passphrase,
            fileTokens.issue(
                passphrase, sentReferral.details().referral().id(), sentReferral.officer()));
  }

  private static Problem problem(String key, SentReferral sentReferral, Texts texts) {
    boolean needsLogin = key.equals(LOGIN_REQUIRED_KEY);
    return new Problem(
        key.isEmpty() ? "" : texts.get(key),
        needsLogin ? sentReferral.path().replace("/reports/", "/again/") : "");
  }

  private static AuditEntry entry(
      SentReferral sentReferral, AuditAction action, AuditResult result) {
    return new AuditEntry(
        sentReferral.officer().name(),
        action,
        sentReferral.auditObject(),
        result,
        AuditObject.referral(sentReferral.details().referral().id()).name());
  }
}

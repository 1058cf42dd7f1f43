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
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferableReports;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.ReferralOptions;
import nl.uitweg.desk.referral.ReferralResource;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;
import nl.uitweg.report.Report;

/**
 * The page of one referral at the municipality that referred; showing it is an event in the audit,
 * however the page came.
 */
@Singleton
class SentReferralPages {

  private static final int OK = 200;
  private static final String LOG_IN = "replies.login-first";

  private final DeskFactory deskFactory;
  private final ReferableReports reports;
  private final ReferralContentViews views;
  private final FileToken fileTokens;
  private final ReferralOptions options;
  private final Referrals referrals;
  private final SharedFiles shared;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  SentReferralPages(
      DeskFactory deskFactory,
      ReferableReports reports,
      ReferralContentViews views,
      FileToken fileTokens,
      ReferralOptions options,
      Referrals referrals,
      SharedFiles shared,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.deskFactory = deskFactory;
    this.reports = reports;
    this.views = views;
    this.fileTokens = fileTokens;
    this.options = options;
    this.referrals = referrals;
    this.shared = shared;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance referralsent(Desk desk, Sent sent);
  }

  /**
   * @param passphrase of the file, shown this once; empty before the officer asks for a file
   * @param fileToken carries it to the file
   * @param problem in words; empty when there is none
   * @param again where to log in again; empty when that is not needed
   */
  record Sent(
      String back,
      String path,
      String to,
      ReferralContentViews.View view,
      List<ReferralContentViews.NoteView> notes,
      String passphrase,
      String fileToken,
      String problem,
      String typed,
      String again) {}

  /** A referral of this officer's report, open. */
  record Found(
      Officer officer,
      Report report,
      Referrals.Opened opened,
      ReferralContent content,
      List<SharedFile> files) {

    String back() {
      return "/backoffice/reports/" + report.id();
    }

    String path() {
      return back() + "/referrals/" + opened.referral().id();
    }

    String object() {
      return "report/" + report.id();
    }
  }

  /**
   * @throws WebApplicationException 404 when this officer may not see it or it is not there, 409
   *     when it was altered
   */
  Found find(String id, String referral, Officer officer, HttpServerRequest request) {
    Report report = reports.find(id, officer);
    Referrals.Opened opened =
        referrals
            .find(ReferableReports.id(referral), report, officer.municipalities())
            .orElseThrow(NotFoundException::new);
    Optional<ReferralContent> content = opened.content();
    if (content.isEmpty()) {
      refusals.add(
          new AuditTrail.Entry(
              officer.name(),
              "referral-read",
              "report/" + report.id(),
              "does-not-open",
              "referral/" + opened.referral().id()));
      Desk desk = deskFactory.create(request, officer, "referral.sent-title");
      throw new WebApplicationException(
          ReferralContentViews.broken(desk, "/backoffice/reports/" + report.id(), "referral.back"));
    }
    List<SharedFile> files = shared.of(opened.referral(), officer.municipalities());
    return new Found(officer, report, opened, content.get(), files);
  }

  Response show(Found found, HttpServerRequest request, Optional<IdentityAccess.Grant> grant) {
    return show(OK, found, request, "", "", "", grant);
  }

  /** With a fresh passphrase, and the buttons that make the files. */
  Response withPassphrase(Found found, HttpServerRequest request) {
    return show(OK, found, request, FileToken.passphrase(), "", "", Optional.empty());
  }

  /** To who must log in again before seeing who reported. */
  Response logInFirst(Found found, HttpServerRequest request) {
    return refuse(Response.Status.FORBIDDEN.getStatusCode(), found, request, LOG_IN, "");
  }

  /**
   * @param problem key of the sentence that says why it was not done
   */
  Response refuse(
      int status, Found found, HttpServerRequest request, String problem, String typed) {
    return show(status, found, request, "", problem, typed, Optional.empty());
  }

  void record(Found found, String action, String result) {
    audit.add(entry(found, action, result));
  }

  void refused(Found found, String action) {
    refusals.add(entry(found, action, "refused"));
  }

  String to(Found found, Texts texts) {
    return options.name(
        found.opened().referral().recipient(), found.opened().referral().receiver(), texts);
  }

  private Response show(
      int status,
      Found found,
      HttpServerRequest request,
      String passphrase,
      String problem,
      String typed,
      Optional<IdentityAccess.Grant> grant) {
    AuditTrail.Entry read = entry(found, "referral-read", "done");
    if (status == OK) {
      audit.add(read);
    } else {
      refusals.add(read);
    }
    Desk desk = deskFactory.create(request, found.officer(), "referral.sent-title");
    boolean again = problem.equals(LOG_IN);
    return ReferralResource.html(
        status,
        Templates.referralsent(
            desk,
            new Sent(
                found.back(),
                found.path(),
                to(found, desk.texts()),
                views.view(found.content(), found.files(), grant, desk.texts()),
                views.notes(found.opened(), desk),
                passphrase,
                passphrase.isEmpty()
                    ? ""
                    : fileTokens.issue(passphrase, found.opened().referral().id(), found.officer()),
                problem.isEmpty() ? "" : desk.texts().get(problem),
                typed,
                again ? found.path().replace("/reports/", "/again/") : "")));
  }

  private static AuditTrail.Entry entry(Found found, String action, String result) {
    return new AuditTrail.Entry(
        found.officer().name(),
        action,
        found.object(),
        result,
        "referral/" + found.opened().referral().id());
  }
}

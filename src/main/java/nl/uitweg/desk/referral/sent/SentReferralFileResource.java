package nl.uitweg.desk.referral.sent;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;

/**
 * Creates the file of a referral for its recipient. A file that identifies the reporter is created
 * only for an officer who gets access from {@link IdentityAccess}.
 */
@Path("backoffice/reports/{id}/referrals/{referral}")
@RolesAllowed(Officer.OFFICER)
class SentReferralFileResource {

  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final SentReferralPages pages;
  private final ReferralContentViews views;
  private final ReferralDocument document;
  private final FileTokens fileTokens;
  private final IdentityAccess identity;
  private final SharedFiles shared;

  SentReferralFileResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      SentReferralPages pages,
      ReferralContentViews views,
      ReferralDocument document,
      FileTokens fileTokens,
      IdentityAccess identity,
      SharedFiles shared) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.pages = pages;
    this.views = views;
    this.document = document;
    this.fileTokens = fileTokens;
    this.identity = identity;
    this.shared = shared;
  }

  /** Shows a new passphrase, and the buttons that create the files. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.REFERRAL_READ, AuditAction.CONTACT})
  public Response file(String referral, HttpServerRequest request) {
    return pages.withPassphrase(find(referral, request), request);
  }

  @POST
  @Path("pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.REFERRAL_PDF)
  public Response pdf(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    SentReferralPages.SentReferral sentReferral = find(referral, request);
    Optional<String> passphrase =
        fileTokens.passphrase(
            Optional.ofNullable(form.getFirst("file")).orElse(""),
            sentReferral.details().referral().id(),
            sentReferral.officer());
    if (passphrase.isEmpty()) {
      pages.recordRefusal(sentReferral, AuditAction.REFERRAL_PDF);
      return pages.refuse(CONFLICT, sentReferral, request, "referral.problem-file", "");
    }
    Optional<IdentityAccess.Grant> grant = grant(sentReferral);
    if (ReferralContentViews.identifies(sentReferral.content()) && grant.isEmpty()) {
      pages.recordRefusal(sentReferral, AuditAction.REFERRAL_PDF);
      return pages.loginRequired(sentReferral, request);
    }
    pages.record(sentReferral, AuditAction.REFERRAL_PDF, AuditResult.DONE);
    Texts texts = deskFactory.dutchTexts();
    byte[] pdf =
        document.pdf(
            pages.recipientName(sentReferral, texts),
            views.view(sentReferral.content(), sentReferral.files(), grant, texts),
            readableContents(sentReferral),
            passphrase.get(),
            texts);
    return download(pdf, "application/pdf", sentReferral, ".pdf");
  }

  @POST
  @Path("json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.REFERRAL_JSON)
  public Response json(String referral, HttpServerRequest request) {
    SentReferralPages.SentReferral sentReferral = find(referral, request);
    Optional<IdentityAccess.Grant> grant = grant(sentReferral);
    if (ReferralContentViews.identifies(sentReferral.content()) && grant.isEmpty()) {
      pages.recordRefusal(sentReferral, AuditAction.REFERRAL_JSON);
      return pages.loginRequired(sentReferral, request);
    }
    pages.record(sentReferral, AuditAction.REFERRAL_JSON, AuditResult.DONE);
    Texts texts = deskFactory.dutchTexts();
    byte[] json =
        document.json(
            pages.recipientName(sentReferral, texts),
            views.view(sentReferral.content(), sentReferral.files(), grant, texts));
    return download(json, "application/json", sentReferral, ".json");
  }

  /** Asks for access to the identity, only when the file would identify the reporter. */
  private Optional<IdentityAccess.Grant> grant(SentReferralPages.SentReferral sentReferral) {
    return ReferralContentViews.identifies(sentReferral.content())
        ? identity
            .decide(
                sentReferral.officer(), sentReferral.auditObject(), IdentityAccess.REASON_REFERRAL)
            .grant()
        : Optional.empty();
  }

  private SentReferralPages.SentReferral find(String referral, HttpServerRequest request) {
    return pages.find(referral, current.get(), request);
  }

  /**
   * The contents of the shared files that can be decrypted, by name. For each other file, the
   * failure is recorded in the audit trail.
   */
  private Map<String, byte[]> readableContents(SentReferralPages.SentReferral sentReferral) {
    Map<String, byte[]> readableContents = new LinkedHashMap<>();
    for (SharedFile file : sentReferral.files()) {
      try {
        byte[] content =
            shared.content(
                sentReferral.details().referral(), file, sentReferral.officer().municipalities());
        readableContents.put(file.name(), content);
      } catch (UnsealException e) {
        pages.record(sentReferral, AuditAction.REFERRAL_FILE, AuditResult.UNDECRYPTABLE);
      }
    }
    return readableContents;
  }

  private static Response download(
      byte[] content, String type, SentReferralPages.SentReferral sentReferral, String extension) {
    return Response.ok(content, type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + sentReferral.content().reference() + extension + "\"")
        .build();
  }
}

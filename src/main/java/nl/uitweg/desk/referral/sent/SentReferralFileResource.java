package nl.uitweg.desk.referral.sent;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;

/**
 * Makes the file of a referral for its recipient. A file that says who reported is made only for
 * who may see that by {@link IdentityAccess}.
 */
@Path("backoffice/reports/{id}/referrals/{referral}")
@RolesAllowed(Officer.OFFICER)
class SentReferralFileResource {

  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final DeskTokens tokens;
  private final SentReferralPages pages;
  private final ReferralContentViews views;
  private final ReferralDocument files;
  private final FileToken fileTokens;
  private final IdentityAccess identity;
  private final SharedFiles shared;

  SentReferralFileResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      DeskTokens tokens,
      SentReferralPages pages,
      ReferralContentViews views,
      ReferralDocument files,
      FileToken fileTokens,
      IdentityAccess identity,
      SharedFiles shared) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.tokens = tokens;
    this.pages = pages;
    this.views = views;
    this.files = files;
    this.fileTokens = fileTokens;
    this.identity = identity;
    this.shared = shared;
  }

  /** Shows a fresh passphrase, and the buttons that make the files. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response file(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    return pages.withPassphrase(find(id, referral, form, request), request);
  }

  @POST
  @Path("pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response pdf(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    SentReferralPages.Found found = find(id, referral, form, request);
    Optional<String> passphrase =
        fileTokens.passphrase(
            Optional.ofNullable(form.getFirst("file")).orElse(""),
            found.opened().referral().id(),
            found.officer());
    if (passphrase.isEmpty()) {
      pages.refused(found, "referral-pdf");
      return pages.refuse(CONFLICT, found, request, "referral.problem-file", "");
    }
    Optional<IdentityAccess.Grant> grant = grant(found);
    if (ReferralContentViews.identifies(found.content()) && grant.isEmpty()) {
      pages.refused(found, "referral-pdf");
      return pages.logInFirst(found, request);
    }
    pages.record(found, "referral-pdf", "done");
    Texts texts = deskFactory.dutchTexts();
    byte[] pdf =
        files.pdf(
            pages.to(found, texts),
            views.view(found.content(), found.files(), grant, texts),
            contents(found),
            passphrase.get(),
            texts);
    return saved(pdf, "application/pdf", found, ".pdf");
  }

  @POST
  @Path("json")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response json(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    SentReferralPages.Found found = find(id, referral, form, request);
    Optional<IdentityAccess.Grant> grant = grant(found);
    if (ReferralContentViews.identifies(found.content()) && grant.isEmpty()) {
      pages.refused(found, "referral-json");
      return pages.logInFirst(found, request);
    }
    pages.record(found, "referral-json", "done");
    Texts texts = deskFactory.dutchTexts();
    byte[] json =
        files.json(
            pages.to(found, texts), views.view(found.content(), found.files(), grant, texts));
    return saved(json, "application/json", found, ".json");
  }

  /** Asked only where the file would say who reported. */
  private Optional<IdentityAccess.Grant> grant(SentReferralPages.Found found) {
    return ReferralContentViews.identifies(found.content())
        ? identity.decide(found.officer(), found.object(), IdentityAccess.REASON_REFERRAL).grant()
        : Optional.empty();
  }

  private SentReferralPages.Found find(
      String id, String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form, officer);
    return pages.find(id, referral, officer, request);
  }

  /** Those that open; of the others the page says so. */
  private Map<String, byte[]> contents(SentReferralPages.Found found) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (SharedFile file : found.files()) {
      try {
        byte[] content =
            shared.content(found.opened().referral(), file, found.officer().municipalities());
        contents.put(file.name(), content);
      } catch (UnsealException e) {
        pages.record(found, "referral-file", "does-not-open");
      }
    }
    return contents;
  }

  private static Response saved(
      byte[] content, String type, SentReferralPages.Found found, String ending) {
    return Response.ok(content, type)
        .header("Cache-Control", "no-store")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + found.content().reference() + ending + "\"")
        .build();
  }
}

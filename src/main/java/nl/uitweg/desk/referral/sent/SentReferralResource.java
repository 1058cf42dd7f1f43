package nl.uitweg.desk.referral.sent;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralNotes;
import nl.uitweg.desk.referral.received.ReceivedReferralResource;
import nl.uitweg.desk.route.DeskAction;

/**
 * Shows one referral to the municipality that sent it: what was shared, and the notes about receipt
 * and outcome. {@link SentReferralFileResource} creates its file. The counterpart for the receiver
 * is {@link ReceivedReferralResource}.
 */
@Path("backoffice/reports/{id}/referrals/{referral}")
@RolesAllowed(Officer.OFFICER)
public class SentReferralResource {

  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final SentReferralPages pages;
  private final IdentityAccess identity;
  private final ReferralNotes notes;

  SentReferralResource(
      CurrentOfficer current,
      SentReferralPages pages,
      IdentityAccess identity,
      ReferralNotes notes) {
    this.current = current;
    this.pages = pages;
    this.identity = identity;
    this.notes = notes;
  }

  @GET
  @DeskAction(records = AuditAction.REFERRAL_READ)
  public Response show(String referral, HttpServerRequest request) {
    SentReferralPages.SentReferral sentReferral = pages.find(referral, current.get(), request);
    return pages.show(sentReferral, request, Optional.empty());
  }

  /** Shows the referral with the identity of the reporter, when that was shared. */
  @POST
  @Path("contact")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.CONTACT, AuditAction.REFERRAL_READ})
  public Response contact(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    SentReferralPages.SentReferral sentReferral = find(referral, request);
    IdentityAccess.Decision decision =
        identity.decide(
            sentReferral.officer(), sentReferral.auditObject(), form.getFirst("reason"));
    if (decision.isLoginTooOld()) {
      return pages.loginRequired(sentReferral, request);
    }
    return decision.grant().isPresent()
        ? pages.show(sentReferral, request, decision.grant())
        : pages.refuse(UNPROCESSABLE, sentReferral, request, "desk.problem-why", "");
  }

  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.REFERRAL_RECEIPT, AuditAction.REFERRAL_OUTCOME})
  public Response note(
      String referral, MultivaluedMap<String, String> form, HttpServerRequest request) {
    SentReferralPages.SentReferral sentReferral = find(referral, request);
    Officer officer = sentReferral.officer();
    ReferralNotes.Result result =
        notes.add(form, sentReferral.details().referral(), officer.municipalities(), officer);
    if (!result.problemKey().isEmpty()) {
      return pages.refuse(
          result.status(), sentReferral, request, result.problemKey(), result.noteText());
    }
    pages.record(sentReferral, result.action(), AuditResult.DONE);
    return Response.seeOther(URI.create(sentReferral.back() + ReturnAddress.query(request)))
        .build();
  }

  private SentReferralPages.SentReferral find(String referral, HttpServerRequest request) {
    return pages.find(referral, current.get(), request);
  }
}

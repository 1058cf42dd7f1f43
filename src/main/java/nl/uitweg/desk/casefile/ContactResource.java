package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.i18n.Texts;

/**
 * Shows the identity and contact details of the reporter to an officer who gets access from {@link
 * IdentityAccess}.
 */
@Path("backoffice/reports/{id}/contact")
@RolesAllowed(Officer.OFFICER)
class ContactResource {

  private static final int FORBIDDEN = 403;

  private final CaseFileRequests requests;
  private final CaseFilePages pages;
  private final IdentityAccess identity;
  private final DeskFactory deskFactory;

  ContactResource(
      CaseFileRequests requests,
      CaseFilePages pages,
      IdentityAccess identity,
      DeskFactory deskFactory) {
    this.requests = requests;
    this.pages = pages;
    this.identity = identity;
    this.deskFactory = deskFactory;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.CONTACT, AuditAction.READ})
  public Response contact(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forReading(request);
    IdentityAccess.Decision decision =
        identity.decide(caseFile.officer(), caseFile.object(), form.getFirst("reason"));
    return decision
        .grant()
        .map(grant -> pages.withContact(caseFile, grant))
        .orElseGet(() -> refuse(caseFile, decision));
  }

  private Response refuse(
      CaseFilePages.CaseFileRequest caseFile, IdentityAccess.Decision decision) {
    return decision.isLoginTooOld()
        ? pages.showRefused(FORBIDDEN, caseFile, loginRequired(caseFile))
        : pages.showRefused(
            CaseFilePages.UNPROCESSABLE, caseFile, pages.problem("desk.problem-why", caseFile));
  }

  private Problem loginRequired(CaseFilePages.CaseFileRequest caseFile) {
    Texts texts = deskFactory.texts(caseFile.request());
    return new Problem(
        texts.get("replies.login-first"),
        List.of(),
        "/backoffice/again/" + caseFile.report().id(),
        texts.get("replies.login-link"));
  }
}

package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.Officer;
import nl.uitweg.platform.i18n.Texts;

/** Shows who reported it and how to reach them, to who may see that by {@link IdentityAccess}. */
@Path("backoffice/reports/{id}/contact")
@RolesAllowed(Officer.OFFICER)
class ContactResource {

  private static final int FORBIDDEN = 403;

  private final Requests requests;
  private final CaseFilePages pages;
  private final IdentityAccess identity;
  private final Desks desks;

  ContactResource(Requests requests, CaseFilePages pages, IdentityAccess identity, Desks desks) {
    this.requests = requests;
    this.pages = pages;
    this.identity = identity;
    this.desks = desks;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response contact(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.Asked asked = requests.toSee(id, form, request);
    IdentityAccess.Decision decision =
        identity.ask(asked.officer(), "signal/" + asked.signal().id(), form.getFirst("reason"));
    return decision
        .grant()
        .map(grant -> pages.withContact(asked, grant))
        .orElseGet(() -> refuse(asked, decision));
  }

  private Response refuse(CaseFilePages.Asked asked, IdentityAccess.Decision decision) {
    return decision.isLoginTooOld()
        ? pages.refuse(FORBIDDEN, asked, logInFirst(asked), Typed.NOTHING)
        : pages.refuse(CaseFilePages.UNPROCESSABLE, asked, "backoffice.problem-why", Typed.NOTHING);
  }

  private Problem logInFirst(CaseFilePages.Asked asked) {
    Texts texts = desks.texts(asked.request());
    return new Problem(
        texts.get("replies.login-first"),
        List.of(),
        "/backoffice/again/" + asked.signal().id(),
        texts.get("replies.login-link"));
  }
}

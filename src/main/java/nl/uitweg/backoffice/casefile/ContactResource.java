package nl.uitweg.backoffice.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.LoginRules;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.language.Texts;

/**
 * Shows who reported it and how to reach them: for a reason that is recorded, and only to who
 * logged in just now.
 */
@Path("backoffice/reports/{id}/contact")
@RolesAllowed(Officer.OFFICER)
class ContactResource {

  private static final Set<String> REASONS = Set.of("answer", "danger", "hand-over");
  private static final int FORBIDDEN = 403;

  private final CurrentOfficer current;
  private final Requests requests;
  private final CaseFilePages pages;
  private final Desks desks;
  private final LoginRules rules;
  private final Clock clock;

  ContactResource(
      CurrentOfficer current,
      Requests requests,
      CaseFilePages pages,
      Desks desks,
      LoginRules rules,
      Clock clock) {
    this.current = current;
    this.requests = requests;
    this.pages = pages;
    this.desks = desks;
    this.rules = rules;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response contact(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.Asked asked = requests.toSee(id, form, request);
    String reason = Optional.ofNullable(form.getFirst("reason")).orElse("");
    if (!REASONS.contains(reason)) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE, asked, "backoffice.problem-why", Typed.NOTHING);
    }
    if (!current.login().within(rules.recent(), clock.instant())) {
      pages.record(asked, "contact", "refused", reason);
      return pages.refuse(FORBIDDEN, asked, logInFirst(asked), Typed.NOTHING);
    }
    pages.record(asked, "contact", "done", reason);
    return pages.withContact(asked);
  }

  private Problem logInFirst(CaseFilePages.Asked asked) {
    Texts m = desks.texts(asked.request());
    return new Problem(
        m.t("replies.login-first"),
        List.of(),
        "/backoffice/again/" + asked.signal().id(),
        m.t("replies.login-link"));
  }
}

package nl.uitweg.desk.dossier;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.platform.sealing.UnsealException;

/**
 * Handles what the forms of a dossier have in common: it locks the dossier, and applies the change
 * unless somebody changed the dossier in the meantime.
 */
@Singleton
class DossierRequests {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DossierInAddress dossierInAddress;
  private final DossierPages pages;

  DossierRequests(CurrentOfficer current, DossierInAddress dossierInAddress, DossierPages pages) {
    this.current = current;
    this.dossierInAddress = dossierInAddress;
    this.pages = pages;
  }

  /** A change of a dossier. */
  @FunctionalInterface
  interface Change {
    /**
     * @return key of the text that says why it was refused, and then nothing was changed; empty
     *     when it was done
     */
    Optional<String> apply(Dossier dossier, DossierInput input, Officer officer)
        throws UnsealException;
  }

  Response change(
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      AuditAction action,
      Change change) {
    return change(form, request, action, Optional.empty(), change);
  }

  /**
   * Applies the change, or shows the page again with the reason why it was refused and with what
   * was entered.
   *
   * @param other another dossier that the change concerns
   */
  Response change(
      MultivaluedMap<String, String> form,
      HttpServerRequest request,
      AuditAction action,
      Optional<UUID> other,
      Change change) {
    Officer officer = current.get();
    DossierInput input = DossierInput.of(form);
    Dossier dossier = dossierInAddress.getForUpdate(other);
    DossierPages.DossierRequest opened =
        new DossierPages.DossierRequest(dossierInAddress.current(dossier), officer, request);
    if (dossier.mergedInto().isPresent()) {
      return pages.refuse(
          CONFLICT, opened, action, pages.problem(opened, "dossier.problem-merged"), input);
    }
    Optional<DossierPages.Problem> conflict =
        pages.conflict(Optional.ofNullable(form.getFirst("seen")).orElse(""), opened);
    if (conflict.isPresent()) {
      return pages.refuse(CONFLICT, opened, action, conflict.get(), input);
    }
    try {
      Optional<String> problem = change.apply(dossier, input, officer);
      return problem.isPresent()
          ? pages.refuse(UNPROCESSABLE, opened, action, pages.problem(opened, problem.get()), input)
          : Response.seeOther(URI.create(DossierViews.path(dossier))).build();
    } catch (UnsealException e) {
      return pages.rollBack(
          CONFLICT, opened, action, pages.problem(opened, "dossier.problem-sealed"), input);
    }
  }
}

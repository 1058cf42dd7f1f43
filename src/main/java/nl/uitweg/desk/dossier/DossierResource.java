package nl.uitweg.desk.dossier;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierNotes;
import nl.uitweg.dossier.Dossiers;
import org.jspecify.annotations.Nullable;

/**
 * Shows a dossier, and changes its title, who has it, whether it is closed, and its notes. {@link
 * DossierReportsResource} changes which reports it has.
 */
@Path("backoffice/dossiers/{dossier}")
@RolesAllowed(Officer.OFFICER)
class DossierResource {

  private final CurrentOfficer current;
  private final DossierInAddress dossierInAddress;
  private final DossierPages pages;
  private final DossierRequests requests;
  private final Dossiers dossiers;
  private final DossierNotes notes;
  private final Colleagues colleagues;
  private final AuditTrail audit;

  DossierResource(
      CurrentOfficer current,
      DossierInAddress dossierInAddress,
      DossierPages pages,
      DossierRequests requests,
      Dossiers dossiers,
      DossierNotes notes,
      Colleagues colleagues,
      AuditTrail audit) {
    this.current = current;
    this.dossierInAddress = dossierInAddress;
    this.pages = pages;
    this.requests = requests;
    this.dossiers = dossiers;
    this.notes = notes;
    this.colleagues = colleagues;
    this.audit = audit;
  }

  /**
   * @param merge id of a dossier that the page proposes to merge with this one
   */
  @GET
  @DeskAction(records = AuditAction.DOSSIER_READ)
  public Response read(@QueryParam("merge") @Nullable String merge, HttpServerRequest request) {
    Dossier dossier = dossierInAddress.get();
    if (dossier.mergedInto().isPresent()) {
      audit.nothingToRecord();
      return Response.seeOther(URI.create(DossierViews.path(dossierInAddress.current(dossier))))
          .build();
    }
    DossierInput input =
        new DossierInput("", "", "", "", "", Set.of(), Optional.ofNullable(merge).orElse(""));
    return pages.read(new DossierPages.DossierRequest(dossier, current.get(), request), input);
  }

  @POST
  @Path("title")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.DOSSIER_RENAME)
  public Response rename(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.DOSSIER_RENAME,
        (dossier, input, officer) -> {
          if (!input.isTitleValid()) {
            return Optional.of("dossier.problem-title");
          }
          dossiers.rename(dossier, input.validKind(), input.title(), officer.name());
          return Optional.empty();
        });
  }

  /** The form field {@code assigned} has a user name; empty for nobody. */
  @POST
  @Path("assign")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.ASSIGN)
  public Response assign(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.ASSIGN,
        (dossier, input, officer) -> {
          String name = input.assignee();
          if (!name.isEmpty()
              && !name.equals(officer.name())
              && !colleagues.in(dossier.municipality()).contains(name)) {
            return Optional.of("dossier.problem-colleague");
          }
          dossiers.assign(dossier, name.isEmpty() ? null : name, officer.name());
          return Optional.empty();
        });
  }

  /** The form field {@code to} is {@code closed} or {@code open}. */
  @POST
  @Path("state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.STATE)
  public Response state(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.STATE,
        (dossier, input, officer) -> {
          String to = form.getFirst("to");
          boolean close = "closed".equals(to);
          if (close == dossier.closed() || !(close || "open".equals(to))) {
            return Optional.of("dossier.problem-state");
          }
          dossiers.setClosed(dossier, close, officer.name());
          return Optional.empty();
        });
  }

  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.NOTE)
  public Response note(MultivaluedMap<String, String> form, HttpServerRequest request) {
    return requests.change(
        form,
        request,
        AuditAction.NOTE,
        (dossier, input, officer) -> {
          if (!input.isNoteValid()) {
            return Optional.of("desk.problem-note");
          }
          notes.add(dossier, input.note(), officer.name());
          return Optional.empty();
        });
  }
}

package nl.uitweg.desk.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.savedview.SavedView;
import nl.uitweg.desk.savedview.SavedViewName;
import nl.uitweg.desk.savedview.SavedViews;
import nl.uitweg.platform.http.HtmlResponse;

/** Saves the list that is shown as a view of the officer, and renames and deletes such views. */
@Path("backoffice/views")
@RolesAllowed(Officer.OFFICER)
class SavedViewResource {

  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final InboxForm inboxForm;
  private final SavedViews savedViews;
  private final SavedViewForms forms;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  SavedViewResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      InboxForm inboxForm,
      SavedViews savedViews,
      SavedViewForms forms,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.inboxForm = inboxForm;
    this.savedViews = savedViews;
    this.forms = forms;
    this.audit = audit;
    this.refusals = refusals;
  }

  @CheckedTemplate(basePath = "desk/inbox")
  static class Templates {
    static native TemplateInstance viewproblem(
        Desk desk, String back, String problem, SavedViewForms.Form form);
  }

  /**
   * Form field {@code act} says what to do, {@code name} is the name to give, {@code saved} the
   * name of the view to rename or delete; the other fields are the filter to save.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.VIEW_SAVE, AuditAction.VIEW_RENAME, AuditAction.VIEW_DELETE})
  public Response change(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    InboxFilter filter = InboxFilter.of(form, inboxForm.options(officer));
    Optional<SavedViewName> name = SavedViewName.ofKey(form.getFirst("name"));
    Optional<SavedViewName> saved = SavedViewName.ofKey(form.getFirst("saved"));
    Optional<String> problem =
        switch (Optional.ofNullable(form.getFirst("act")).orElse("")) {
          case "save" -> save(filter, name, officer);
          case "rename" -> rename(saved, name, officer);
          case "delete" -> delete(saved, officer);
          default -> Optional.of("inbox.saved-problem-name");
        };
    return problem
        .map(key -> refuse(key, filter, name, request))
        .orElseGet(() -> Response.seeOther(URI.create(filter.url())).build());
  }

  /** Each act returns the key of the text that says why it was refused; empty when it was done. */
  private Optional<String> save(InboxFilter filter, Optional<SavedViewName> name, Officer officer) {
    if (name.isEmpty()) {
      return Optional.of("inbox.saved-problem-name");
    }
    if (!filter.isStorable(forms.officers(officer))) {
      return Optional.of("inbox.saved-problem-filter");
    }
    savedViews.save(officer, new SavedView(name.get(), filter.stored()));
    record(AuditAction.VIEW_SAVE, name.get().key(), officer);
    return Optional.empty();
  }

  private Optional<String> rename(
      Optional<SavedViewName> saved, Optional<SavedViewName> name, Officer officer) {
    if (name.isEmpty()) {
      return Optional.of("inbox.saved-problem-name");
    }
    if (saved.isEmpty() || !savedViews.rename(officer, saved.get(), name.get())) {
      return Optional.of("inbox.saved-problem-view");
    }
    record(AuditAction.VIEW_RENAME, saved.get().key() + " " + name.get().key(), officer);
    return Optional.empty();
  }

  private Optional<String> delete(Optional<SavedViewName> saved, Officer officer) {
    if (saved.isEmpty() || !savedViews.delete(officer, saved.get())) {
      return Optional.of("inbox.saved-problem-view");
    }
    record(AuditAction.VIEW_DELETE, saved.get().key(), officer);
    return Optional.empty();
  }

  private void record(AuditAction action, String reason, Officer officer) {
    audit.add(AuditEntry.done(officer.name(), action, AuditObject.DESK, reason));
  }

  private Response refuse(
      String problem, InboxFilter filter, Optional<SavedViewName> name, HttpServerRequest request) {
    Officer officer = current.get();
    refusals.add(AuditEntry.refused(officer.name(), AuditAction.VIEW_SAVE, AuditObject.DESK));
    Desk desk = deskFactory.create(request, officer, "inbox.saved-problem-title");
    return HtmlResponse.of(
        UNPROCESSABLE,
        Templates.viewproblem(
            desk,
            filter.url(),
            desk.texts().get(problem),
            forms.form(filter, name.map(SavedViewName::key).orElse(""), officer, desk.texts())));
  }
}

package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.report.Notes;

/** Adds an internal note to a report. */
@Path("backoffice/reports/{id}/notes")
@RolesAllowed(Officer.OFFICER)
class NoteResource {

  private final CaseFileRequests requests;
  private final Notes notes;
  private final CaseFilePages pages;

  NoteResource(CaseFileRequests requests, Notes notes, CaseFilePages pages) {
    this.requests = requests;
    this.notes = notes;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.NOTE)
  public Response add(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    CaseFileInput input = CaseFileInput.ofNote(form);
    if (!input.isNoteValid()) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE, caseFile, AuditAction.NOTE, "desk.problem-note", input);
    }
    return requests.add(
        caseFile,
        form,
        input,
        AuditAction.NOTE,
        () ->
            notes.add(
                caseFile.report(),
                caseFile.officer().municipalities(),
                caseFile.officer().name(),
                input.note()));
  }
}

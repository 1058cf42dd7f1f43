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
import java.util.Optional;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.sealing.UnsealException;
import nl.uitweg.signal.Reports;

/** Adds an internal note to a report. */
@Path("backoffice/reports/{id}/notes")
@RolesAllowed(Officer.OFFICER)
class NoteResource {

  private final CurrentOfficer current;
  private final DeskTokens tokens;
  private final Reports reports;
  private final VisibleReports visible;
  private final CaseFilePages pages;

  NoteResource(
      CurrentOfficer current,
      DeskTokens tokens,
      Reports reports,
      VisibleReports visible,
      CaseFilePages pages) {
    this.current = current;
    this.tokens = tokens;
    this.reports = reports;
    this.visible = visible;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response note(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(form.getFirst("token"), officer);
    CaseFilePages.Asked asked =
        new CaseFilePages.Asked(visible.forChange(id, officer), officer, request);
    Typed typed = Typed.note(form);
    if (!typed.noteFits()) {
      return pages.refuse(CaseFilePages.UNPROCESSABLE, asked, "backoffice.problem-note", typed);
    }
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), asked);
    if (conflict.isPresent()) {
      pages.record(asked, "note", "refused", "");
      return pages.refuse(CaseFilePages.CONFLICT, asked, conflict.get(), typed);
    }
    try {
      reports.addNote(asked.signal(), officer.municipalities(), officer.name(), typed.note());
    } catch (UnsealException e) {
      pages.record(asked, "note", "refused", "");
      return pages.refuse(CaseFilePages.CONFLICT, asked, "backoffice.problem-sealed", typed);
    }
    return pages.back(asked, "note");
  }
}

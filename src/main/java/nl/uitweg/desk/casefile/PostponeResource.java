package nl.uitweg.desk.casefile;

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
import java.util.Set;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.report.retention.ReportPurge;

/**
 * Postpones the purge of a closed report until at least half a year from today; the reason is
 * recorded in the audit trail.
 */
@Path("backoffice/reports/{id}/postpone")
@RolesAllowed(Officer.OFFICER)
class PostponeResource {

  private static final int POSTPONEMENT_DAYS = 183;

  /** Value of field {@code back} in a form of the list of reports that are purged soon. */
  private static final String PURGE_LIST = "purge";

  private static final Set<String> REASONS = Set.of("court", "care", "other");

  private final CaseFileRequests requests;
  private final ReportPurge purge;
  private final CaseFilePages pages;

  PostponeResource(CaseFileRequests requests, ReportPurge purge, CaseFilePages pages) {
    this.requests = requests;
    this.purge = purge;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.POSTPONE)
  public Response postpone(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    String reason = Optional.ofNullable(form.getFirst("reason")).orElse("");
    if (!REASONS.contains(reason) || purge.retention(caseFile.report()).own().isEmpty()) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE,
          caseFile,
          AuditAction.POSTPONE,
          "desk.problem-reason",
          CaseFileInput.EMPTY);
    }
    purge.postpone(caseFile.report(), POSTPONEMENT_DAYS);
    Response toCaseFile = pages.recordAndRedirect(caseFile, AuditAction.POSTPONE, reason);
    return PURGE_LIST.equals(form.getFirst("back"))
        ? Response.seeOther(URI.create("/backoffice/purge")).build()
        : toCaseFile;
  }
}

package nl.uitweg.desk.related;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Stores the decision of an officer whether two reports that share a trace are about the same case.
 */
@Path("backoffice/reports/{id}/links")
@RolesAllowed(Officer.OFFICER)
class LinkResource {

  private final CurrentOfficer current;
  private final DeskTokens tokens;
  private final DatabaseAccess access;
  private final RelatedReports relatedReports;
  private final AuditTrail audit;

  LinkResource(
      CurrentOfficer current,
      DeskTokens tokens,
      DatabaseAccess access,
      RelatedReports relatedReports,
      AuditTrail audit) {
    this.current = current;
    this.tokens = tokens;
    this.access = access;
    this.relatedReports = relatedReports;
    this.audit = audit;
  }

  /**
   * Form field {@code same} (about the same case) or {@code other} (about another case) holds the
   * id of the second report.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response decide(String id, MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    tokens.check(form, officer);
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.desk(officer.municipalities());
    boolean same = form.containsKey("same");
    UUID reportId = visible(id, officer);
    UUID otherId = visible(form.getFirst(same ? "same" : "other"), officer);
    if (reportId.equals(otherId)) {
      throw new NotFoundException();
    }
    relatedReports.decide(reportId, otherId, same, officer.name());
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            same ? "link" : "unlink",
            "report/" + reportId,
            "done",
            "report/" + otherId));
    return Response.seeOther(URI.create("/backoffice/reports/" + reportId)).build();
  }

  private static UUID visible(@Nullable String id, Officer officer) {
    try {
      return Report.visible(UUID.fromString(id == null ? "" : id), officer.municipalities())
          .map(Report::id)
          .orElseThrow(NotFoundException::new);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFoundException(notAnId);
    }
  }
}

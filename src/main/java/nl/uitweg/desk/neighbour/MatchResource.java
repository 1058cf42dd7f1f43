package nl.uitweg.desk.neighbour;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.report.Report;

/** Stores whether an officer wants to consult the other municipality of a match. */
@Path("backoffice/reports/{id}/matches")
@RolesAllowed(Officer.OFFICER)
class MatchResource {

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final Matches matches;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  MatchResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      Matches matches,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.matches = matches;
    this.audit = audit;
    this.refusals = refusals;
  }

  /**
   * Form field {@code agree} or {@code decline} holds the id of the match. An answer that came too
   * late, because somebody declined, changes nothing; the case file then shows how it stands.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.MATCH_AGREE, AuditAction.MATCH_DECLINE})
  public Response answer(MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.get();
    boolean agree = form.containsKey("agree");
    UUID id = ReportInAddress.parseId(form.getFirst(agree ? "agree" : "decline"));
    MunicipalityMatch match =
        matches.of(report).stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    AuditAction action = agree ? AuditAction.MATCH_AGREE : AuditAction.MATCH_DECLINE;
    AuditObject object = AuditObject.report(report.id());
    if (matches.answer(match, agree, officer)) {
      audit.add(AuditEntry.done(officer.name(), action, object, match.municipality()));
    } else {
      refusals.add(
          new AuditEntry(
              officer.name(), action, object, AuditResult.REFUSED, match.municipality()));
    }
    String list = ReturnAddress.query(request);
    return Response.seeOther(URI.create("/backoffice/reports/" + report.id() + list + "#neighbour"))
        .build();
  }
}

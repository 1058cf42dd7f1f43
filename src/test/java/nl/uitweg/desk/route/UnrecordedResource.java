package nl.uitweg.desk.route;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.Officer;

/** Routes that do not add their declared audit event, for {@link DeskActionTest}. */
@Path("backoffice/unrecorded")
class UnrecordedResource {

  private final AuditTrail audit;

  UnrecordedResource(AuditTrail audit) {
    this.audit = audit;
  }

  @GET
  @Path("{referral}")
  @RolesAllowed(Officer.OFFICER)
  @DeskAction(records = AuditAction.REFERRAL_READ)
  public Response show() {
    return Response.ok().build();
  }

  @GET
  @Path("{referral}/other")
  @RolesAllowed(Officer.OFFICER)
  @DeskAction(records = AuditAction.REFERRAL_READ)
  public Response showOther() {
    audit.add(AuditEntry.done("zilvervoort", AuditAction.LIST, AuditObject.REPORTS));
    return Response.ok().build();
  }

  @POST
  @Path("{referral}/page")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Officer.OFFICER)
  @DeskAction(records = AuditAction.REFERRAL_READ)
  public Response answerWithPage() {
    return Response.ok("shown without an event").build();
  }
}

package nl.uitweg.desk.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.ReportInAddress;

/**
 * Redirects back to a report or a referral after a fresh login. {@link DeskAuthenticationMechanism}
 * requires that login for every path below {@link #PATH}, before this resource is called.
 */
@Path("backoffice/again")
@RolesAllowed(Officer.OFFICER)
class ReauthenticationResource {

  static final String PATH = "/backoffice/again/";

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  @Path("{id}")
  public Response report(String id) {
    return redirect("/backoffice/reports/" + ReportInAddress.parseId(id));
  }

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  @Path("{id}/referrals/{referral}")
  public Response sent(String id, String referral) {
    return redirect(
        "/backoffice/reports/"
            + ReportInAddress.parseId(id)
            + "/referrals/"
            + ReportInAddress.parseId(referral));
  }

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  @Path("referrals/{referral}")
  @RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
  public Response received(String referral) {
    return redirect("/backoffice/referrals/" + ReportInAddress.parseId(referral));
  }

  private static Response redirect(String page) {
    return Response.seeOther(URI.create(page + "#contact")).build();
  }
}

package nl.uitweg.desk.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;

/**
 * Asks for a fresh login ({@link DeskLogin} does, before it lets anyone through to here) and goes
 * back to the report or the referral.
 */
@Path("backoffice/again")
@RolesAllowed(Officer.OFFICER)
class ReauthenticationResource {

  static final String PATH = "/backoffice/again/";

  @GET
  @Path("{id}")
  public Response report(String id) {
    return to("/backoffice/reports/" + id(id));
  }

  @GET
  @Path("{id}/referrals/{referral}")
  public Response sent(String id, String referral) {
    return to("/backoffice/reports/" + id(id) + "/referrals/" + id(referral));
  }

  @GET
  @Path("referrals/{referral}")
  @RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
  public Response received(String referral) {
    return to("/backoffice/referrals/" + id(referral));
  }

  private static Response to(String page) {
    return Response.seeOther(URI.create(page + "#reach"))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}

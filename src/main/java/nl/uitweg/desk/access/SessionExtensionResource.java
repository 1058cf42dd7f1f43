package nl.uitweg.desk.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;

/**
 * Extends the session of an officer. {@code session.js} calls it; any other request of the officer
 * extends the session as well.
 */
@Path("backoffice/stay")
@RolesAllowed({Officer.OFFICER, Officer.CARE_COORDINATOR, Officer.AUDITOR, Officer.ADMINISTRATOR})
class SessionExtensionResource {

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  public Response extend() {
    return Response.noContent().build();
  }
}

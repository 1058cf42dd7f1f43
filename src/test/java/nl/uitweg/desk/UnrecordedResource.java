package nl.uitweg.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.uitweg.desk.officer.Officer;

/** A route that forgets to add its audit event, for {@link DeskActionTest}. */
@Path("backoffice/unrecorded")
class UnrecordedResource {

  @GET
  @RolesAllowed(Officer.OFFICER)
  @DeskAction
  public Response show() {
    return Response.ok("shown without a trace").build();
  }
}

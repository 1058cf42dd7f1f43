package nl.uitweg.backoffice.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.uitweg.backoffice.Officer;

/**
 * Asks for a fresh login ({@link DeskLogin} does, before it lets anyone through to here) and goes
 * back to the report.
 */
@Path("backoffice/again/{id}")
@RolesAllowed(Officer.OFFICER)
class AgainResource {

  static final String PATH = "/backoffice/again/";

  @GET
  public Response back(String id) {
    try {
      return Response.seeOther(URI.create("/backoffice/reports/" + UUID.fromString(id) + "#reach"))
          .header("Cache-Control", "no-store")
          .build();
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}

package nl.uitweg.desk.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Extends the session of an officer. {@code stay.js} calls it; any other request of the officer
 * extends the session as well.
 */
@Path("backoffice/stay")
class SessionExtensionResource {

  @GET
  public Response extend() {
    return Response.noContent().header("Cache-Control", "no-store").build();
  }
}

package nl.uitweg.desk.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What {@code stay.js} asks for to stay logged in; any request of an officer does the same. */
@Path("backoffice/stay")
class SessionExtensionResource {

  @GET
  public Response stay() {
    return Response.noContent().header("Cache-Control", "no-store").build();
  }
}

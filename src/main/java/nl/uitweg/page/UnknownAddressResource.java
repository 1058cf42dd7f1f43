package nl.uitweg.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Every address that no one else serves, so that it gets our own page and headers. */
@Path("{anything:.*}")
class UnknownAddressResource {

  @GET
  public Response get() {
    throw new NotFoundException();
  }

  @POST
  public Response post() {
    throw new NotFoundException();
  }
}

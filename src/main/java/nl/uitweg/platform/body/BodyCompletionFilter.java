package nl.uitweg.platform.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Ends the turn of a body when the resource has answered, whether or not anybody still listens: so
 * nobody makes room for more by hanging up.
 */
class BodyCompletionFilter {

  static final String KEY = BodyCompletionFilter.class.getName();

  @ServerResponseFilter
  public void answered(ContainerResponseContext answer, RoutingContext context) {
    Runnable done = context.get(KEY);
    if (done != null) {
      done.run();
    }
  }
}

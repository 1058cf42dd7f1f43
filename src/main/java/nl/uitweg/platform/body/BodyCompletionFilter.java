package nl.uitweg.platform.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Marks the processing of a body as finished when the resource has responded, whether or not the
 * visitor is still connected. A visitor therefore cannot free capacity by disconnecting.
 */
class BodyCompletionFilter {

  static final String KEY = BodyCompletionFilter.class.getName();

  @ServerResponseFilter
  public void complete(ContainerResponseContext response, RoutingContext context) {
    Runnable done = context.get(KEY);
    if (done != null) {
      done.run();
    }
  }
}

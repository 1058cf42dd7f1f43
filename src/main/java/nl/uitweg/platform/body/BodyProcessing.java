package nl.uitweg.platform.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Reports that the resource has processed the body of a request, whether or not the visitor is
 * still connected. Disconnecting therefore neither frees nor occupies capacity.
 */
public class BodyProcessing {

  private static final String ON_FINISHED = BodyProcessing.class.getName();

  /** Sets the callback for the end of processing; it may run more than once. */
  static void onFinished(RoutingContext context, Runnable onFinished) {
    context.put(ON_FINISHED, onFinished);
  }

  /** Covers every response except a stream: response filters do not run for streams. */
  @ServerResponseFilter
  public void filter(ContainerResponseContext response, RoutingContext context) {
    finished(context);
  }

  /** A resource that returns a stream calls this when it has created the stream. */
  public static void finished(RoutingContext context) {
    Runnable onFinished = context.get(ON_FINISHED);
    if (onFinished != null) {
      onFinished.run();
    }
  }
}

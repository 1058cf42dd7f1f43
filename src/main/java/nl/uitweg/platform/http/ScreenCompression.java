package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns the HTML of every resource into a {@link MadeScreen}. Response filters do not run for
 * streams: the form does this itself, and so do the error pages outside resources.
 */
class ScreenCompression {

  @ServerResponseFilter
  public void compress(ContainerResponseContext response, HttpServerRequest request) {
    if (response.getEntity() instanceof String html && isHtml(response.getMediaType())) {
      MadeScreen screen = MadeScreen.of(html, request);
      response.setEntity(screen.bytes());
      screen.headers().forEach(response.getHeaders()::add);
    }
  }

  private static boolean isHtml(MediaType type) {
    return MediaType.TEXT_HTML_TYPE.isCompatible(type);
  }
}

package nl.uitweg.desk.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.URI;
import nl.uitweg.platform.settings.PortalSettings;
import org.jspecify.annotations.Nullable;

/**
 * Checks by the headers of the browser whether a form was sent from a page of this site (OWASP,
 * "Cross-Site Request Forgery Prevention": Fetch Metadata, and {@code Origin} for browsers that do
 * not send it). It is the second line of defence beside {@link DeskTokens}: a client that sends
 * neither header is not a current browser, and is accepted on its token alone.
 */
@Singleton
public class FormOrigin {

  private final PortalSettings portal;

  FormOrigin(PortalSettings portal) {
    this.portal = portal;
  }

  /**
   * False when the form was sent from another site, from another host of this site, or from a page
   * with an opaque origin.
   */
  public boolean isSameOrigin(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin")
          || site.equals("none"); // none: no page sent it, for example on reload
    }
    String origin = request.getHeader("Origin");
    return origin == null || isSameOrigin(origin, request.authority());
  }

  private boolean isSameOrigin(String origin, @Nullable HostAndPort requestAuthority) {
    try {
      URI from = URI.create(origin);
      URI site = portal.publicUrl();
      boolean matchesRequest =
          requestAuthority != null
              && requestAuthority.host().equals(from.getHost())
              && requestAuthority.port() == from.getPort();
      boolean matchesPublicUrl =
          site.getHost().equals(from.getHost()) && site.getPort() == from.getPort();
      return matchesRequest || matchesPublicUrl;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}

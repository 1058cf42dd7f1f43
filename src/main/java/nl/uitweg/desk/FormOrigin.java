package nl.uitweg.desk;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.URI;
import nl.uitweg.platform.settings.Portal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form was sent from a page of this site, by what the browser itself says (OWASP,
 * "Cross-Site Request Forgery Prevention": Fetch Metadata, and {@code Origin} for browsers
 * without). The second line behind {@link DeskTokens}: a client that says neither is no browser of
 * today, and its token decides.
 */
@Singleton
public class FormOrigin {

  private final Portal portal;

  FormOrigin(Portal portal) {
    this.portal = portal;
  }

  /** False for another site, another host of this site, and a page without an origin of its own. */
  public boolean isOurs(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin")
          || site.equals("none"); // none: sent by the officer, reloading
    }
    String origin = request.getHeader("Origin");
    return origin == null || isOurs(origin, request.authority());
  }

  private boolean isOurs(String origin, @Nullable HostAndPort asked) {
    try {
      URI from = URI.create(origin);
      URI site = portal.publicUrl();
      boolean asAsked =
          asked != null && asked.host().equals(from.getHost()) && asked.port() == from.getPort();
      boolean asConfigured =
          site.getHost().equals(from.getHost()) && site.getPort() == from.getPort();
      return asAsked || asConfigured;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}

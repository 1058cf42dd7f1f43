package nl.uitweg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Adds the security headers to every response. Scripts may call the site itself, and no other host
 * (ADR 5).
 */
@Singleton
class SecurityHeaders {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(),"
          + " fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
          + " payment=(), picture-in-picture=(), publickey-credentials-get=(),"
          + " screen-wake-lock=(), usb=(), web-share=(), xr-spatial-tracking=()";

  /**
   * Vert.x filter priority, highest first: before every filter that may respond with an error page.
   */
  private static final int PRIORITY = 10_000;

  private final PortalSettings portal;

  SecurityHeaders(PortalSettings portal) {
    this.portal = portal;
  }

  void register(@Observes Filters filters) {
    filters.register(this::add, PRIORITY);
  }

  private void add(RoutingContext context) {
    context.addHeadersEndHandler(nothing -> complete(context.response().headers()));
    write(context.response().headers());
    context.next();
  }

  /**
   * Completes the headers of a response that is about to be sent. Browsers and proxies may store a
   * response only when it sets {@code Cache-Control} itself.
   */
  private static void complete(MultiMap headers) {
    headers.remove("Server");
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }

  /** Writes the headers of a response that did not pass the filters. */
  void writeForUnfilteredResponse(MultiMap headers) {
    write(headers);
    complete(headers);
  }

  private void write(MultiMap headers) {
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", PERMISSIONS_POLICY);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (portal.publicUrl().getScheme().equals("https")) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}

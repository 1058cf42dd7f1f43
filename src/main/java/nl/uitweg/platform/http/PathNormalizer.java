package nl.uitweg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import nl.uitweg.platform.i18n.Languages;

/**
 * Passes on only requests whose path is a {@link CanonicalPath}, before any other filter,
 * permission or route sees the path. A rule on a path therefore cannot be evaded by spelling the
 * path differently. GET and HEAD requests for another spelling are redirected to the canonical one.
 */
@Singleton
class PathNormalizer {

  /**
   * Vert.x filter priority, highest first: after the security headers, which these responses need
   * too.
   */
  private static final int PRIORITY = 9_900;

  private static final Set<HttpMethod> READ_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int PERMANENT_REDIRECT = 308;

  private final Languages languages;
  private final ErrorPages pages;

  PathNormalizer(Languages languages, ErrorPages pages) {
    this.languages = languages;
    this.pages = pages;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext context) {
    HttpServerRequest request = context.request();
    CanonicalPath canonical = CanonicalPath.of(request.path(), languages);
    boolean readOnly = READ_METHODS.contains(request.method());
    if (!canonical.exists()) {
      pages.sendAndClose(canonical.status(), context);
    } else if (!isUri(request.uri())
        || (request.authority() == null && !isHealthOrMetrics(canonical))) {
      pages.sendAndClose(400, context);
    } else if (canonical.is(request.path())) {
      context.next();
    } else if (!readOnly) {
      pages.sendAndClose(404, context);
    } else {
      // The query is dropped: no public address has one, and the desk links to canonical paths
      // only.
      context
          .response()
          .setStatusCode(PERMANENT_REDIRECT)
          .putHeader("Location", canonical.path())
          .end();
    }
  }

  /**
   * Whether the path is that of health or metrics, which load balancers may request over HTTP/1.0,
   * without a Host header. All other requests must have one: the login builds its redirect address
   * from it.
   */
  private static boolean isHealthOrMetrics(CanonicalPath canonical) {
    return canonical.path().startsWith("/q/");
  }

  /** Whether the whole address, with its query, is a valid URI (RFC 3986). */
  private static boolean isUri(String address) {
    try {
      new URI(address);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

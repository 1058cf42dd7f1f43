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
 * Lets only requests through whose path has its {@link CanonicalPath} spelling, before any other
 * filter, permission or route looks at it: a rule on a path cannot be avoided by writing the path
 * in another way. Who reads another spelling is sent to the canonical one.
 */
@Singleton
class PathNormalizer {

  /** After the security headers, which belong to these answers too. */
  private static final int BEFORE_EVERY_RULE = 9_900;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int PERMANENT_REDIRECT = 308;

  private final Languages languages;
  private final ErrorPages pages;

  PathNormalizer(Languages languages, ErrorPages pages) {
    this.languages = languages;
    this.pages = pages;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_EVERY_RULE);
  }

  private void pass(RoutingContext context) {
    HttpServerRequest request = context.request();
    CanonicalPath canonical = CanonicalPath.of(request.path(), languages);
    boolean reads = READING.contains(request.method());
    if (!canonical.exists()) {
      pages.refuse(canonical.status(), context);
    } else if (!isUri(request.uri()) || (request.authority() == null && !isHealth(canonical))) {
      pages.refuse(400, context);
    } else if (canonical.is(request.path())) {
      context.next();
    } else if (!reads) {
      pages.refuse(404, context);
    } else {
      // Without the query: no public address has one, and the desk never writes such a path.
      context
          .response()
          .setStatusCode(PERMANENT_REDIRECT)
          .putHeader("Location", canonical.path())
          .putHeader("Cache-Control", "no-store")
          .end();
    }
  }

  /** Load balancers may ask this in HTTP/1.0, which knows no host; login cannot do without. */
  private static boolean isHealth(CanonicalPath canonical) {
    return canonical.path().startsWith("/q/");
  }

  /** The whole address, whose query libraries will read (RFC 3986). */
  private static boolean isUri(String address) {
    try {
      new URI(address);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

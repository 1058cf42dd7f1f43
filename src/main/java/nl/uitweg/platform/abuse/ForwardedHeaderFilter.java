package nl.uitweg.platform.abuse;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import nl.uitweg.platform.http.ErrorPages;

/**
 * Rejects requests whose {@code Forwarded} or {@code X-Forwarded-*} headers could have been set by
 * the visitor. The server trusts the first address in such a header. A proxy that appends to the
 * header of the visitor would let visitors choose their address, so a request with several
 * addresses in such a header is answered with 400. The onion service has no proxy in front of it,
 * so forwarding headers are rejected there. Management paths ({@code /q/}) are answered with 404
 * when the request came through a proxy or the onion service.
 */
@Singleton
class ForwardedHeaderFilter {

  /**
   * Vert.x filter priority, highest first: after the path is normalised, before a body is received
   * and counted towards the quota of its origin.
   */
  private static final int PRIORITY = 9_800;

  private static final List<String> ADDRESS_HEADERS = List.of("X-Forwarded-For", "Forwarded");

  private final ErrorPages pages;

  ForwardedHeaderFilter(ErrorPages pages) {
    this.pages = pages;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext context) {
    refusalStatus(context.request())
        .ifPresentOrElse(status -> pages.sendAndClose(status, context), context::next);
  }

  /** The status with which a request is refused; empty when it is not refused. */
  static OptionalInt refusalStatus(HttpServerRequest request) {
    boolean forwarded = isForwarded(request.headers());
    boolean onion = RequestOrigins.isOnionHost(request);
    if ((forwarded || onion) && isManagementPath(request.path())) {
      return OptionalInt.of(404);
    }
    return (forwarded && onion) || hasSeveralAddresses(request.headers())
        ? OptionalInt.of(400)
        : OptionalInt.empty();
  }

  private static boolean isManagementPath(String path) {
    return path.equals("/q") || path.startsWith("/q/");
  }

  private static boolean isForwarded(MultiMap headers) {
    return headers.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
  }

  private static boolean hasSeveralAddresses(MultiMap headers) {
    return ADDRESS_HEADERS.stream()
        .map(headers::getAll)
        .anyMatch(
            values -> values.size() > 1 || values.stream().anyMatch(value -> value.contains(",")));
  }
}

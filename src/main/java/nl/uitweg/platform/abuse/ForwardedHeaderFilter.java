package nl.uitweg.platform.abuse;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import nl.uitweg.platform.http.ErrorPages;

/**
 * Refuses what a visitor could say about their own address. The server believes the first address
 * of a list; a proxy that appends to what a visitor sent would let visitors choose theirs, so only
 * one that sets a single address is served. Nobody stands before the onion service who could say
 * anything. What the machine says of itself is only for who asks it directly.
 */
@Singleton
class ForwardedHeaderFilter {

  /** After the one spelling of the path is known, before anything reads an address. */
  private static final int BEFORE_BODIES = 9_800;

  private static final List<String> ADDRESS_HEADERS = List.of("X-Forwarded-For", "Forwarded");

  private final ErrorPages pages;

  ForwardedHeaderFilter(ErrorPages pages) {
    this.pages = pages;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_BODIES);
  }

  private void pass(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean forwarded = isForwarded(request.headers());
    boolean onion = RequestOrigins.isOnionHost(request);
    if ((forwarded || onion) && isAboutTheMachine(request.path())) {
      pages.refuse(404, context);
    } else if ((forwarded && onion) || saysSeveralAddresses(request.headers())) {
      pages.refuse(400, context);
    } else {
      context.next();
    }
  }

  private static boolean isAboutTheMachine(String path) {
    return path.equals("/q") || path.startsWith("/q/");
  }

  private static boolean isForwarded(MultiMap headers) {
    return headers.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
  }

  private static boolean saysSeveralAddresses(MultiMap headers) {
    return ADDRESS_HEADERS.stream()
        .map(headers::getAll)
        .anyMatch(said -> said.size() > 1 || said.stream().anyMatch(one -> one.contains(",")));
  }
}

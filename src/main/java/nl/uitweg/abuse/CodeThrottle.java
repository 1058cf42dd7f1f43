package nl.uitweg.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.uitweg.page.ErrorPages;

/**
 * Lets an address try only so many wrong codes. A right code costs nothing, so that people who
 * share an address (Tor, a library) are hindered only when someone among them guesses.
 */
@Singleton
class CodeThrottle {

  private static final int BEFORE_LOGIN = 6_000;
  private static final int WRONG = 422;
  private static final int TOO_MANY = 429;
  private static final int MOST_ADDRESSES = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final Addresses addresses;
  private final AbuseLimits limits;
  private final ErrorPages pages;

  CodeThrottle(Addresses addresses, AbuseLimits limits, ErrorPages pages) {
    this.addresses = addresses;
    this.limits = limits;
    this.pages = pages;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_LOGIN);
  }

  private void pass(RoutingContext context) {
    boolean trying =
        HttpMethod.POST.equals(context.request().method())
            && context.normalizedPath().matches("/[A-Za-z-]+/code");
    if (!trying) {
      context.next();
      return;
    }
    Bucket bucket = bucket(context);
    if (bucket.getAvailableTokens() == 0) {
      context
          .response()
          .setStatusCode(TOO_MANY)
          .putHeader("Retry-After", Long.toString(limits.wrongCodesPer().toSeconds()))
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .end(pages.html(TOO_MANY, pages.language(context.request())));
      return;
    }
    context.addEndHandler(
        ended -> {
          if (context.response().getStatusCode() == WRONG) {
            bucket.tryConsume(1);
          }
        });
    context.next();
  }

  /** Forgives everyone; for tests, which share an address. */
  void forget() {
    buckets.invalidateAll();
  }

  private Bucket bucket(RoutingContext context) {
    String address = context.request().remoteAddress().hostAddress();
    return buckets.get(
        addresses.name(address == null ? "" : address),
        name ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit
                            .capacity(limits.wrongCodes())
                            .refillGreedy(limits.wrongCodes(), limits.wrongCodesPer()))
                .build());
  }
}

package nl.uitweg.desk.officer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks whether the login provider is available. A positive result is cached for five seconds, so
 * that a busy desk does not ask for every request. A negative result is not cached.
 */
@Singleton
public class LoginProvider {

  private static final Duration AVAILABLE_CACHE_TIME = Duration.ofSeconds(5);
  private static final int TIMEOUT_MILLIS = 2_000;

  private final HttpClient http;
  private final String discoveryUrl;
  private final Clock clock;
  private volatile Instant availableUntil = Instant.MIN;

  @Inject
  LoginProvider(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String provider,
      Clock clock) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
    this.discoveryUrl = provider + "/.well-known/openid-configuration";
    this.clock = clock;
  }

  /**
   * Whether the provider responds, or did so less than five seconds ago. The future never fails.
   */
  public Future<Boolean> isAvailable() {
    if (clock.instant().isBefore(availableUntil)) {
      return Future.succeededFuture(true);
    }
    return http.request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(discoveryUrl)
                .setTimeout(TIMEOUT_MILLIS))
        .compose(request -> request.send())
        .map(response -> response.statusCode() == 200)
        .otherwise(false)
        .onSuccess(
            available -> {
              if (available) {
                availableUntil = clock.instant().plus(AVAILABLE_CACHE_TIME);
              }
            });
  }
}

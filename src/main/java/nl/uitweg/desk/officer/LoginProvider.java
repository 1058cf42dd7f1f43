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
 * Whether the login provider answers. A good answer holds for some seconds, so that a busy desk
 * does not ask at every request; after a bad one it is asked again at once.
 */
@Singleton
public class LoginProvider {

  private static final Duration GOOD_FOR = Duration.ofSeconds(5);
  private static final int MILLIS = 2_000;

  private final HttpClient http;
  private final String discovery;
  private final Clock clock;
  private volatile Instant goodUntil = Instant.MIN;

  @Inject
  LoginProvider(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String provider,
      Clock clock) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(MILLIS));
    this.discovery = provider + "/.well-known/openid-configuration";
    this.clock = clock;
  }

  /** Whether it answers, or did so less than five seconds ago; never fails. */
  public Future<Boolean> answers() {
    if (clock.instant().isBefore(goodUntil)) {
      return Future.succeededFuture(true);
    }
    return http.request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(discovery)
                .setTimeout(MILLIS))
        .compose(request -> request.send())
        .map(response -> response.statusCode() == 200)
        .otherwise(false)
        .onSuccess(
            up -> {
              if (up) {
                goodUntil = clock.instant().plus(GOOD_FOR);
              }
            });
  }
}

package nl.uitweg.platform.http;

import io.netty.channel.Channel;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets a reverse proxy move to another replica before this one stops. After the request to stop,
 * every response closes its connection, while new connections are still accepted. Shortly before
 * the delay ends, the listening sockets close: a proxy then sends a request elsewhere without the
 * visitor noticing, because nothing of it was sent here. Requests that arrived before are finished.
 */
@Singleton
class ConnectionDrain {

  /** Vert.x filter priority, highest first: before every filter that may respond. */
  private static final int PRIORITY = 10_050;

  /** The sockets close this long before the delay ends. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Set<Channel> listeningSockets = ConcurrentHashMap.newKeySet();
  private final Vertx vertx;
  private final Duration delay;
  private volatile boolean draining;

  ConnectionDrain(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration delay) {
    this.vertx = vertx;
    this.delay = delay;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext context) {
    @Nullable Channel listeningSocket =
        ((ConnectionBase) context.request().connection()).channel().parent();
    if (listeningSocket != null) {
      listeningSockets.add(listeningSocket);
    }
    if (draining) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    context.next();
  }

  void start(@Observes ShutdownDelayInitiatedEvent stopping) {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return; // a reload during development keeps the sockets
    }
    draining = true;
    long millis = delay.minus(MARGIN).toMillis();
    vertx.setTimer(Math.max(1, millis), timer -> closeListeningSockets());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when a socket is closed
  private void closeListeningSockets() {
    listeningSockets.forEach(Channel::close);
  }
}

package nl.uitweg.desk.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A positive result is cached for five seconds, so that a busy desk does not ask the login provider
 * for every request. A negative result is not cached.
 */
class LoginProviderTest {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger status = new AtomicInteger(200);
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;
  private LoginProvider login;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    login = new LoginProvider(vertx, "http://127.0.0.1:" + server.getAddress().getPort(), clock);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void asksProviderOnceInFiveSeconds() {
    for (int i = 0; i < 100; i++) {
      assertThat(isAvailable()).isTrue();
    }
    assertThat(requests).hasValue(1);
    now.set(now.get().plusSeconds(6));
    assertThat(isAvailable()).isTrue();
    assertThat(requests).hasValue(2);
  }

  @Test
  void noticesOutageAfterFiveSecondsAndRecoveryAtOnce() {
    assertThat(isAvailable()).isTrue();
    status.set(503);
    now.set(now.get().plusSeconds(6));
    assertThat(isAvailable()).isFalse();
    assertThat(isAvailable()).isFalse();
    status.set(200);
    assertThat(isAvailable()).isTrue();
  }

  @Test
  void reportsUnreachableProviderAsUnavailable() {
    server.stop(0);
    assertThat(isAvailable()).isFalse();
  }

  private boolean isAvailable() {
    return login.isAvailable().toCompletionStage().toCompletableFuture().join();
  }
}

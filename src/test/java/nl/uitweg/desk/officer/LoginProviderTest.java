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
 * A good answer of the login provider counts for five seconds, so that a busy desk does not ask at
 * every request; an outage is noticed after that time.
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
      assertThat(answers()).isTrue();
    }
    assertThat(requests).hasValue(1);
    now.set(now.get().plusSeconds(6));
    assertThat(answers()).isTrue();
    assertThat(requests).hasValue(2);
  }

  @Test
  void noticesOutageAfterFiveSecondsAndRecoveryAtOnce() {
    assertThat(answers()).isTrue();
    status.set(503);
    now.set(now.get().plusSeconds(6));
    assertThat(answers()).isFalse();
    assertThat(answers()).isFalse();
    status.set(200);
    assertThat(answers()).isTrue();
  }

  @Test
  void treatsUnreachableProviderAsNotAnswering() {
    server.stop(0);
    assertThat(answers()).isFalse();
  }

  private boolean answers() {
    return login.isAvailable().toCompletionStage().toCompletableFuture().join();
  }
}

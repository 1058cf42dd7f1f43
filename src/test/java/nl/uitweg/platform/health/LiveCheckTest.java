package nl.uitweg.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process is not live while all threads that handle requests are stuck. */
class LiveCheckTest {

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    workers.shutdownNow();
    TestTimeout.await().until(() -> vertx.close().isComplete());
  }

  @Test
  void isDownWhileAllThreadsAreStuckAndUpAfterwards() throws Exception {
    LiveCheck check =
        new LiveCheck(vertx, workers, Duration.ofMillis(20), Duration.ofMillis(2_000));
    check.start(new StartupEvent());
    assertThat(check.call().getStatus()).isEqualTo(UP);
    CountDownLatch release = new CountDownLatch(1);
    Future<Void> one = workers.submit(() -> stayStuck(release));
    Future<Void> two = workers.submit(() -> stayStuck(release));
    TestTimeout.await().until(() -> check.call().getStatus() == DOWN);
    release.countDown();
    one.get();
    two.get();
    TestTimeout.await().until(() -> check.call().getStatus() == UP);
  }

  private static Void stayStuck(CountDownLatch release) throws InterruptedException {
    release.await();
    return null;
  }
}

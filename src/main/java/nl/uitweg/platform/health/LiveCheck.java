package nl.uitweg.platform.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live: the threads that handle requests still take work. When all of them have been stuck for a
 * minute, only a restart of the process helps.
 */
@Liveness
@Singleton
class LiveCheck implements HealthCheck {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration STUCK_AFTER = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Executor workers;
  private final Duration interval;
  private final Duration stuckAfter;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private volatile long lastWork = System.nanoTime();
  private volatile long timer;

  @Inject
  LiveCheck(Vertx vertx, ManagedExecutor workers) {
    this(vertx, workers, INTERVAL, STUCK_AFTER);
  }

  /**
   * For tests, with other times.
   *
   * @param interval time between two tasks that the threads get
   * @param stuckAfter time without a finished task after which the process is not live
   */
  LiveCheck(Vertx vertx, Executor workers, Duration interval, Duration stuckAfter) {
    this.vertx = vertx;
    this.workers = workers;
    this.interval = interval;
    this.stuckAfter = stuckAfter;
  }

  void start(@Observes StartupEvent start) {
    timer = vertx.setPeriodic(0, interval.toMillis(), ignored -> giveWork());
  }

  void stop(@Observes ShutdownEvent stop) {
    vertx.cancelTimer(timer);
  }

  private void giveWork() {
    if (waiting.compareAndSet(false, true)) {
      try {
        workers.execute(this::work);
      } catch (RejectedExecutionException e) {
        waiting.set(false); // the next try may be accepted
      }
    }
  }

  private void work() {
    lastWork = System.nanoTime();
    waiting.set(false);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("threads-take-work")
        .status(System.nanoTime() - lastWork < stuckAfter.toNanos())
        .build();
  }
}

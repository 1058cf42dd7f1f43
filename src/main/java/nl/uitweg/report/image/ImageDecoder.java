package nl.uitweg.report.image;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.uitweg.report.image.header.ImageHeader;
import nl.uitweg.report.image.header.RefusedImageException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Re-encodes images in a separate process, one at a time, so that an image that crashes or exploits
 * a decoder cannot harm the application. The process is started for the first image and stopped
 * some time after the last.
 */
@Singleton
public class ImageDecoder {

  /** Maximum size of an image, in bytes. */
  static final int MAX_IMAGE_BYTES = 32 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(ImageDecoder.class);

  private final ImageSettings settings;
  private final MeterRegistry meters;
  private final Semaphore turn = new Semaphore(1, true);
  private final ScheduledExecutorService scheduler = newScheduler();
  private volatile @Nullable ImageProcess process;
  private @Nullable Future<?> scheduledKill;

  ImageDecoder(ImageSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Processes an image. Empty when the image is refused because of its header, when it is too
   * large, malformed or too costly, when the budget is spent, or when the process cannot be
   * started. The metric {@code uitweg.images} distinguishes these outcomes.
   *
   * @param budget what pays for the processor time
   * @throws ImagesBusyException when the image waited too long for earlier ones, or may not wait
   *     for them; the caller may try again later
   */
  public Optional<ReencodedImage> reencode(ImageTask task, byte[] image, ImageBudget budget)
      throws ImagesBusyException {
    ImageHeader header;
    try {
      header = ImageHeader.read(image);
    } catch (RefusedImageException e) {
      return failed("refused");
    }
    if (image.length > MAX_IMAGE_BYTES) {
      return failed("refused");
    }
    if (budget.isSpent()) {
      return failed("over-budget");
    }
    awaitTurn(budget.mayWait() ? settings.queueTimeout() : Duration.ZERO);
    try {
      return reencodeInProcess(task, image, header, budget);
    } finally {
      scheduleKillWhenIdle();
      turn.release();
    }
  }

  /** Whether images can be processed now; starts the process when there is none. */
  public boolean isAvailable() {
    try {
      awaitTurn(settings.queueTimeout());
    } catch (ImagesBusyException e) {
      return false;
    }
    try {
      return runningProcess().isPresent();
    } finally {
      scheduleKillWhenIdle();
      turn.release();
    }
  }

  private static ScheduledExecutorService newScheduler() {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "image-process-limits");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // rejects tasks while the application stops
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }

  private void awaitTurn(Duration timeout) throws ImagesBusyException {
    try {
      // With a timeout, even of zero, a fair semaphore lets nobody pass those who wait.
      if (turn.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    count("busy");
    throw new ImagesBusyException();
  }

  private Optional<ReencodedImage> reencodeInProcess(
      ImageTask task, byte[] image, ImageHeader header, ImageBudget budget) {
    Optional<ImageProcess> running = runningProcess();
    if (running.isEmpty()) {
      return failed("not-started");
    }
    ImageProcess worker = running.get();
    Duration additional = Duration.ZERO;
    ImageTimeLimit limit = ImageTimeLimit.forImage(worker, header, settings, scheduler);
    try {
      Optional<ReencodedImage> result = worker.process(task, image);
      count(result.isPresent() ? "reencoded" : "unreadable");
      return result;
    } catch (IOException e) {
      killProcess();
      additional = worker.startCpuTime(); // the next image has to start another process
      String outcome = limit.exceeded() ? "too-costly" : "crashed";
      LOG.warnf("The image process ended while it processed an image: %s", outcome);
      return failed(outcome);
    } finally {
      limit.close();
      charge(limit.usedCpuTime().plus(additional), budget);
    }
  }

  private void charge(Duration cpuTime, ImageBudget budget) {
    budget.use(cpuTime);
    meters.counter("uitweg.images.processor.seconds").increment(cpuTime.toMillis() / 1e3);
  }

  /**
   * The running process. Starts a new one when there is none, or when the present one has used up
   * its CPU time.
   */
  private Optional<ImageProcess> runningProcess() {
    Future<?> scheduled = scheduledKill;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    ImageProcess current = process;
    if (current != null
        && current.isAlive()
        && current.cpuTime().toSeconds() < ImageWorkerCommand.MAX_CPU_SECONDS) {
      return Optional.of(current);
    }
    killProcess();
    try {
      ImageProcess started = ImageProcess.start(settings, MAX_IMAGE_BYTES);
      process = started;
      ImageTimeLimit limit = ImageTimeLimit.forStart(started, scheduler);
      try {
        started.awaitReady();
      } finally {
        limit.close();
      }
      return Optional.of(started);
    } catch (IOException e) {
      killProcess();
      LOG.warnf("The image process cannot be started: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private void scheduleKillWhenIdle() {
    Duration after = settings.idleTimeout();
    scheduledKill = scheduler.schedule(this::killIfIdle, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void killIfIdle() {
    if (turn.tryAcquire()) {
      try {
        killProcess();
      } finally {
        turn.release();
      }
    }
  }

  /** Kills the process without waiting for its end; the next image starts a new one. */
  private void killProcess() {
    ImageProcess ending = process;
    process = null;
    if (ending != null) {
      ending.close();
    }
  }

  private Optional<ReencodedImage> failed(String outcome) {
    count(outcome);
    return Optional.empty();
  }

  private void count(String outcome) {
    meters.counter("uitweg.images", "outcome", outcome).increment();
  }

  /** The current process; for tests. */
  Optional<ImageProcess> current() {
    return Optional.ofNullable(process);
  }

  @PreDestroy
  void stop() {
    scheduler.shutdownNow();
    killProcess();
  }
}

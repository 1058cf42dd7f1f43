package nl.uitweg.report.image;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Kills an image process that exceeds a limit of CPU time or elapsed time. */
final class ImageTimeLimit implements AutoCloseable {

  private static final long CHECK_INTERVAL_MILLIS = 50;

  /**
   * Limit for starting the process, which takes less than a second, or a few seconds on a very busy
   * machine.
   */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  private final ImageProcess process;
  private final Duration maxCpuTime;
  private final long deadlineNanos;
  private final Future<?> checking;
  private volatile boolean exceeded;

  private ImageTimeLimit(
      ImageProcess process,
      Duration cpuTime,
      Duration elapsedTime,
      ScheduledExecutorService scheduler) {
    this.process = process;
    this.maxCpuTime = process.cpuTime().plus(cpuTime);
    this.deadlineNanos = System.nanoTime() + elapsedTime.toNanos();
    this.checking =
        scheduler.scheduleWithFixedDelay(
            this::check, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts to enforce the limit for starting a process. */
  static ImageTimeLimit forStart(ImageProcess process, ScheduledExecutorService scheduler) {
    return new ImageTimeLimit(process, START_TIMEOUT, START_TIMEOUT, scheduler);
  }

  /** Starts to enforce the limits for one image. */
  static ImageTimeLimit forImage(
      ImageProcess process, ImageSettings settings, ScheduledExecutorService scheduler) {
    return new ImageTimeLimit(process, settings.cpuTime(), settings.elapsedTime(), scheduler);
  }

  private void check() {
    if (System.nanoTime() > deadlineNanos || process.cpuTime().compareTo(maxCpuTime) > 0) {
      exceeded = true;
      process.close();
    }
  }

  /** Whether the process was killed because it exceeded a limit. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public void close() {
    checking.cancel(false);
  }
}

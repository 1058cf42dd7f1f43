package nl.uitweg.report.image;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.uitweg.report.image.header.ImageHeader;

/** Kills an image process that exceeds a limit of CPU time or elapsed time. */
final class ImageTimeLimit implements AutoCloseable {

  private static final long CHECK_INTERVAL_MILLIS = 50;

  /**
   * Limit for starting the process, which takes less than a second, or a few seconds on a very busy
   * machine.
   */
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  /**
   * Share of the maximum that every image gets, because the first images after the start of a
   * process cost several times as much as later ones.
   */
  private static final double MIN_SHARE = 0.4;

  private final ImageProcess process;
  private final Duration cpuTimeBefore;
  private final Duration maxCpuTime;
  private final long deadlineNanos;
  private final Future<?> checking;
  private volatile Duration lastCpuTime;
  private volatile boolean exceeded;

  private ImageTimeLimit(
      ImageProcess process,
      Duration cpuTime,
      Duration elapsedTime,
      ScheduledExecutorService scheduler) {
    this.process = process;
    this.cpuTimeBefore = process.cpuTime();
    this.lastCpuTime = cpuTimeBefore;
    this.maxCpuTime = cpuTimeBefore.plus(cpuTime);
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
      ImageProcess process,
      ImageHeader header,
      ImageSettings settings,
      ScheduledExecutorService scheduler) {
    return new ImageTimeLimit(
        process, cpuTime(header, settings), settings.elapsedTime(), scheduler);
  }

  /** The share of the maximum that fits the work that the header announces. */
  static Duration cpuTime(ImageHeader header, ImageSettings settings) {
    double share = MIN_SHARE + (1 - MIN_SHARE) * header.work() / ImageHeader.MAX_WORK;
    return Duration.ofMillis((long) Math.ceil(settings.cpuTime().toMillis() * share));
  }

  private void check() {
    observeCpuTime();
    if (System.nanoTime() > deadlineNanos || lastCpuTime.compareTo(maxCpuTime) > 0) {
      exceeded = true;
      process.close();
    }
  }

  /** Whether the process was killed because it exceeded a limit. */
  boolean exceeded() {
    return exceeded;
  }

  /** Processor time that the process used, as far as it was observed before its end. */
  Duration usedCpuTime() {
    observeCpuTime();
    return lastCpuTime.minus(cpuTimeBefore);
  }

  /** Remembers the processor time; the operating system reports none of a process that ended. */
  private synchronized void observeCpuTime() {
    Duration now = process.cpuTime();
    lastCpuTime = now.compareTo(lastCpuTime) > 0 ? now : lastCpuTime;
  }

  @Override
  public void close() {
    checking.cancel(false);
  }
}

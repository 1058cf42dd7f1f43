package nl.uitweg.report.image;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a process that uses more time, of the processor or by the clock, than it may. */
final class ImageLimits implements AutoCloseable {

  private static final long LOOK_EVERY = 50;

  /** Takes less than a second, on a very busy machine some. */
  private static final Duration START = Duration.ofSeconds(30);

  private final ImageProcess process;
  private final Duration mostProcessorTime;
  private final long ends;
  private final Future<?> looking;
  private volatile boolean exceeded;

  private ImageLimits(
      ImageProcess process, Duration processorTime, Duration time, ScheduledExecutorService clock) {
    this.process = process;
    this.mostProcessorTime = process.processorTime().plus(processorTime);
    this.ends = System.nanoTime() + time.toNanos();
    this.looking =
        clock.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
  }

  /** From now on, while it starts. */
  static ImageLimits starting(ImageProcess process, ScheduledExecutorService clock) {
    return new ImageLimits(process, START, START, clock);
  }

  /** From now on, while it draws one image. */
  static ImageLimits drawing(
      ImageProcess process, ImageSettings settings, ScheduledExecutorService clock) {
    return new ImageLimits(process, settings.processorTime(), settings.time(), clock);
  }

  private void look() {
    if (System.nanoTime() > ends || process.processorTime().compareTo(mostProcessorTime) > 0) {
      exceeded = true;
      process.close();
    }
  }

  /** Whether it was ended. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public void close() {
    looking.cancel(false);
  }
}

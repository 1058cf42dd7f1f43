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
 * Has images drawn by a process of their own, one at a time: whatever an image does to a decoder,
 * the site goes on. The process is started for the first image and ends some time after the last.
 */
@Singleton
public class ImageDecoder {

  /** Longest image that is drawn, in bytes. */
  static final int LONGEST = 32 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(ImageDecoder.class);

  private final ImageSettings settings;
  private final MeterRegistry meters;
  private final Semaphore turn = new Semaphore(1, true);
  private final ScheduledExecutorService clock = clock();
  private volatile @Nullable ImageProcess process;
  private @Nullable Future<?> idle;

  ImageDecoder(ImageSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Empty when the image is not drawn: refused by its header, broken, too costly, or because the
   * process cannot be started. The metric {@code uitweg.images} tells these apart.
   *
   * @throws ImagesBusyException when too many wait; the image may be sent again later
   */
  public Optional<DrawnImage> draw(ImageTask task, byte[] image) throws ImagesBusyException {
    try {
      ImageHeader.read(image);
    } catch (RefusedImageException e) {
      return undrawn("refused");
    }
    if (image.length > LONGEST) {
      return undrawn("refused");
    }
    awaitTurn();
    try {
      return drawInProcess(task, image);
    } finally {
      endWhenIdle();
      turn.release();
    }
  }

  /** Whether images can be drawn now; starts the process when there is none. */
  public boolean answers() {
    try {
      awaitTurn();
    } catch (ImagesBusyException e) {
      return false;
    }
    try {
      return running().isPresent();
    } finally {
      endWhenIdle();
      turn.release();
    }
  }

  private static ScheduledExecutorService clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "image-process-limits");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // an image that is drawn while the site stops
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  private void awaitTurn() throws ImagesBusyException {
    try {
      if (turn.tryAcquire(settings.turn().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    count("busy");
    throw new ImagesBusyException();
  }

  private Optional<DrawnImage> drawInProcess(ImageTask task, byte[] image) {
    Optional<ImageProcess> running = running();
    if (running.isEmpty()) {
      return undrawn("not-started");
    }
    ImageProcess drawing = running.get();
    try (ImageLimits limits = ImageLimits.drawing(drawing, settings, clock)) {
      try {
        Optional<DrawnImage> drawn = drawing.draw(task, image);
        count(drawn.isPresent() ? "drawn" : "unreadable");
        return drawn;
      } catch (IOException e) {
        end();
        String outcome = limits.exceeded() ? "too-costly" : "ended";
        LOG.warnf("The process that draws images was lost over one image: %s", outcome);
        return undrawn(outcome);
      }
    }
  }

  /** The process, started when there is none or when the one there is has worked enough. */
  private Optional<ImageProcess> running() {
    Future<?> planned = idle;
    if (planned != null) {
      planned.cancel(false);
    }
    ImageProcess current = process;
    if (current != null
        && current.isAlive()
        && current.processorTime().toSeconds() < ImageCommand.RETIRED_AFTER) {
      return Optional.of(current);
    }
    end();
    try {
      ImageProcess fresh = ImageProcess.start(settings, LONGEST);
      process = fresh;
      ImageLimits limits = ImageLimits.starting(fresh, clock);
      try {
        fresh.awaitReady();
      } finally {
        limits.close();
      }
      return Optional.of(fresh);
    } catch (IOException e) {
      end();
      LOG.warnf("The process that draws images cannot be started: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private void endWhenIdle() {
    Duration after = settings.idle();
    idle = clock.schedule(this::endIfIdle, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void endIfIdle() {
    if (turn.tryAcquire()) {
      try {
        end();
      } finally {
        turn.release();
      }
    }
  }

  /** Ends the process; it may be there a moment longer, and is not asked again. */
  private void end() {
    ImageProcess ending = process;
    process = null;
    if (ending != null) {
      ending.close();
    }
  }

  private Optional<DrawnImage> undrawn(String outcome) {
    count(outcome);
    return Optional.empty();
  }

  private void count(String outcome) {
    meters.counter("uitweg.images", "outcome", outcome).increment();
  }

  /** The process there is, for tests. */
  Optional<ImageProcess> current() {
    return Optional.ofNullable(process);
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
    end();
  }
}

package nl.uitweg.report.image;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Decoders for tests, with a process of their own; to be stopped by who made one. */
public final class Decoders {

  private Decoders() {}

  record Settings(int memory, Duration processorTime, Duration time, Duration turn, Duration idle)
      implements ImageSettings {}

  /** The shipped settings, but as much time by the clock as a busy machine needs. */
  static final Settings USUAL =
      new Settings(
          320,
          Duration.ofSeconds(10),
          Duration.ofMinutes(3),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1));

  public static ImageDecoder usual() {
    return new ImageDecoder(USUAL, new SimpleMeterRegistry());
  }

  /** Ends its process. */
  public static void stop(ImageDecoder decoder) {
    decoder.stop();
  }
}

package nl.uitweg.report.image;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Creates image decoders for tests, each with its own process. The caller must stop them. */
public final class ImageDecoders {

  private ImageDecoders() {}

  /** Settings with the limits of a real installation on processor time. */
  public static ImageSettings settings() {
    return DEFAULT_SETTINGS;
  }

  record Settings(
      int memory,
      Duration cpuTime,
      Duration cpuTimePerSubmission,
      Duration elapsedTime,
      Duration queueTimeout,
      Duration idleTimeout)
      implements ImageSettings {}

  /** The default settings, with longer elapsed times for busy machines. */
  static final Settings DEFAULT_SETTINGS =
      new Settings(
          320,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1));

  public static ImageDecoder create() {
    return new ImageDecoder(DEFAULT_SETTINGS, new SimpleMeterRegistry());
  }

  /** Stops the process of a decoder. */
  public static void stop(ImageDecoder decoder) {
    decoder.stop();
  }
}

package nl.uitweg.report.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Resource limits of the image process. */
@ConfigMapping(prefix = "portal.images")
public interface ImageSettings {

  /** Maximum heap of the image process, in megabytes. */
  @WithDefault("320")
  int memory();

  /** Maximum CPU time for the most expensive image; other images get a part of it. */
  @WithDefault("10S")
  @WithName("processor-time")
  Duration cpuTime();

  /**
   * CPU time for all images of one submission. When the images before have used it, an image is
   * treated as one that cannot be cleaned.
   */
  @WithDefault("30S")
  @WithName("processor-time-per-submission")
  Duration cpuTimePerSubmission();

  /** Maximum elapsed time for one image. */
  @WithDefault("60S")
  Duration elapsedTime();

  /** Maximum time that an image waits for earlier ones. */
  @WithDefault("60S")
  Duration queueTimeout();

  /** Time after the last image until the process is stopped. */
  @WithDefault("60S")
  Duration idleTimeout();
}

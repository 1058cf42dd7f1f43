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

  /** Maximum CPU time for one image. */
  @WithDefault("10S")
  @WithName("processor-time")
  Duration cpuTime();

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

package nl.uitweg.report.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the drawing of an image may cost. */
@ConfigMapping(prefix = "portal.images")
public interface ImageSettings {

  /** Heap of the process that draws, in megabytes. */
  @WithDefault("320")
  int memory();

  /** Time of the processor for one image. */
  @WithDefault("10S")
  Duration processorTime();

  /** The longest that one image takes by the clock. */
  @WithDefault("60S")
  Duration time();

  /** How long an image waits for those before it. */
  @WithDefault("60S")
  Duration turn();

  /** How long the process stays after the last image. */
  @WithDefault("60S")
  Duration idle();
}

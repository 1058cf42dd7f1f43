package nl.uitweg.platform.abuse;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import nl.uitweg.platform.limits.ProcessorTime;

/** Creates the processor time of visitors for tests. */
public final class ImageTimes {

  private ImageTimes() {}

  /**
   * @param perOrigin time of one origin; it comes back within an hour
   */
  public static ProcessorTime of(Duration perOrigin) {
    return new ImageTime(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AbuseLimits.class)
            .withDefaultValue("portal.abuse.image-time", perOrigin.toString())
            .withDefaultValue("portal.abuse.onion-image-time", perOrigin.multipliedBy(2).toString())
            .withDefaultValue("portal.abuse.image-time-per", "1H")
            .build()
            .getConfigMapping(AbuseLimits.class));
  }
}

package nl.uitweg.abuse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is too much. */
@ConfigMapping(prefix = "portal.abuse")
public interface AbuseLimits {

  /** Wrong codes from one address before it has to wait. */
  @WithDefault("10")
  int wrongCodes();

  /** Time in which as many wrong codes are forgiven. */
  @WithDefault("10M")
  Duration wrongCodesPer();
}

package nl.uitweg.platform.limits;

import java.time.Duration;
import nl.uitweg.platform.limits.Origins.Origin;

/**
 * Processor time that each origin, and each network, may use for its images. It comes back with
 * time. Implemented in {@code platform.abuse}.
 */
public interface ProcessorTime {

  /** Whether the origin and its network have any time left. */
  boolean isLeft(Origin origin);

  /**
   * Takes time that was used from what the origin and its network have; more than is left is taken
   * from what comes back later.
   */
  void use(Origin origin, Duration time);
}

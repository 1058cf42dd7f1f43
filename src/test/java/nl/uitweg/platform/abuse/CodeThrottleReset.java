package nl.uitweg.platform.abuse;

import io.quarkus.arc.Arc;

/** Resets the throttle between tests, whose requests all come from one address. */
public final class CodeThrottleReset {

  private CodeThrottleReset() {}

  public static void reset() {
    Arc.container().instance(CodeThrottle.class).get().reset();
  }
}

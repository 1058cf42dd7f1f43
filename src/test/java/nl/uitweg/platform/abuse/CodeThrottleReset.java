package nl.uitweg.platform.abuse;

import io.quarkus.arc.Arc;

/** Lets tests, which all come from one address, start with a clean slate. */
public final class CodeThrottleReset {

  private CodeThrottleReset() {}

  public static void forgetWrongCodes() {
    Arc.container().instance(CodeThrottle.class).get().reset();
  }
}

package nl.uitweg.testsupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the application in tests: the system clock plus an offset that a test can set. */
@ApplicationScoped
public class TestClock {

  private static volatile Duration offset = Duration.ZERO;

  /** Sets how far the clock is ahead of the system clock. A test must set it to zero afterwards. */
  public static void setOffset(Duration newOffset) {
    offset = newOffset;
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Clock clock() {
    return new OffsetClock(Clock.systemUTC());
  }

  private static final class OffsetClock extends Clock {

    private final Clock real;

    OffsetClock(Clock real) {
      this.real = real;
    }

    @Override
    public ZoneId getZone() {
      return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new OffsetClock(real.withZone(zone));
    }

    @Override
    public Instant instant() {
      return real.instant().plus(offset);
    }
  }
}

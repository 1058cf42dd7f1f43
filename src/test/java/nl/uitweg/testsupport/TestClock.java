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
import java.time.ZoneOffset;

/** The clock of the site in tests: the real one, until a test moves it. */
@ApplicationScoped
public class TestClock {

  private static volatile Duration ahead = Duration.ZERO;

  /** Put it back to zero afterwards. */
  public static void ahead(Duration by) {
    ahead = by;
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Clock clock() {
    return new Moved(Clock.systemUTC());
  }

  private static final class Moved extends Clock {

    private final Clock real;

    Moved(Clock real) {
      this.real = real;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.system(zone);
    }

    @Override
    public Instant instant() {
      return real.instant().plus(ahead);
    }
  }
}

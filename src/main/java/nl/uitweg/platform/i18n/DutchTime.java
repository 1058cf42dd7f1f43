package nl.uitweg.platform.i18n;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time that deadlines, days of receipt and office hours go by. */
public final class DutchTime {

  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private DutchTime() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZONE));
  }
}

package nl.uitweg.platform.i18n;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The Dutch time zone, in which deadlines, days of receipt and office hours are expressed. */
public final class DutchTime {

  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private DutchTime() {}

  /** The current date in the Netherlands. */
  public static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZONE));
  }
}

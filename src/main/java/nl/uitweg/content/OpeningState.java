package nl.uitweg.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * Whether an organisation can be reached at a moment, by its hours, Dutch time and Dutch public
 * holidays. Whether organisations with weekly hours are open on a public holiday is not known.
 */
public sealed interface OpeningState {

  /** Day and night. */
  record Always() implements OpeningState {}

  /** Open now. */
  record Open(LocalTime closes) implements OpeningState {}

  /**
   * Closed now.
   *
   * @param day the first day on which it is certainly open again: not a public holiday
   * @param daysAhead 0 when that is today, 1 when it is tomorrow
   */
  record Closed(LocalDate day, long daysAhead, LocalTime opens) implements OpeningState {}

  /** Open on other days of the week like today, which is a public holiday. */
  record Holiday() implements OpeningState {}

  /** Whether it is certainly open. */
  default boolean isOpen() {
    return this instanceof Always || this instanceof Open;
  }

  static OpeningState of(Organisation.Hours hours, Instant at) {
    if (hours.isAlwaysOpen()) {
      return new Always();
    }
    LocalDateTime now = LocalDateTime.ofInstant(at, DutchTime.ZONE);
    LocalDate today = now.toLocalDate();
    LocalTime opens = hours.from().orElseThrow();
    LocalTime closes = hours.to().orElseThrow();
    boolean beforeClosing = hours.includes(today) && now.toLocalTime().isBefore(closes);
    if (beforeClosing && PublicHolidays.contains(today)) {
      return new Holiday();
    }
    if (beforeClosing && !now.toLocalTime().isBefore(opens)) {
      return new Open(closes);
    }
    LocalDate next =
        Stream.iterate(beforeClosing ? today : today.plusDays(1), day -> day.plusDays(1))
            .filter(day -> hours.includes(day) && !PublicHolidays.contains(day))
            .findFirst()
            .orElseThrow();
    return new Closed(next, next.toEpochDay() - today.toEpochDay(), opens);
  }

  /**
   * The first moment after this one at which the state may be another; {@link Instant#MAX} when it
   * never changes. The start of a day is one, because "tomorrow" becomes "today".
   */
  static Instant nextChange(Organisation.Hours hours, Instant at) {
    if (hours.isAlwaysOpen()) {
      return Instant.MAX;
    }
    LocalDate today = LocalDate.ofInstant(at, DutchTime.ZONE);
    return Stream.of(
            today.atTime(hours.from().orElseThrow()),
            today.atTime(hours.to().orElseThrow()),
            today.plusDays(1).atStartOfDay())
        .map(change -> change.atZone(DutchTime.ZONE).toInstant())
        .filter(change -> change.isAfter(at))
        .findFirst()
        .orElseThrow();
  }
}

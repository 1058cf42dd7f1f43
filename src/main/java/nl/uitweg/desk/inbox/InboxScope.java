package nl.uitweg.desk.inbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The municipalities of which reports are selected, and the days of receipt. The latest day differs
 * per municipality, because the deadline for reading does.
 *
 * @param latestDays id of a municipality → latest day of receipt
 * @param untakenLatestDay latest day of receipt of reports that no municipality has taken; empty
 *     when those are not selected
 */
record InboxScope(
    LocalDate earliestDay,
    Map<String, LocalDate> latestDays,
    Optional<LocalDate> untakenLatestDay) {

  /** Earlier than any day in the database. */
  static final LocalDate NO_EARLIEST_DAY = LocalDate.of(1, 1, 1);

  /** Later than any day in the database. */
  static final LocalDate NO_LATEST_DAY = LocalDate.of(9999, 12, 31);

  InboxScope {
    latestDays = new LinkedHashMap<>(latestDays);
  }

  /** Whether a filter or a cursor may contain this day. */
  static boolean isSupported(LocalDate day) {
    return !day.isBefore(NO_EARLIEST_DAY) && !day.isAfter(NO_LATEST_DAY);
  }

  boolean isEmpty() {
    return latestDays.isEmpty() && untakenLatestDay.isEmpty();
  }

  boolean hasBounds() {
    return !earliestDay.equals(NO_EARLIEST_DAY)
        || !latestDays.values().stream().allMatch(NO_LATEST_DAY::equals)
        || !untakenLatestDay.orElse(NO_LATEST_DAY).equals(NO_LATEST_DAY);
  }

  /**
   * The part of this scope in one municipality.
   *
   * @param municipality id, or {@link InboxFilter#UNTAKEN}
   */
  InboxScope only(String municipality) {
    Map<String, LocalDate> chosen = new LinkedHashMap<>(latestDays);
    chosen.keySet().retainAll(Set.of(municipality));
    return new InboxScope(
        earliestDay,
        chosen,
        untakenLatestDay.filter(latest -> municipality.equals(InboxFilter.UNTAKEN)));
  }

  /** The part of this scope up to and including a day. */
  InboxScope until(LocalDate day) {
    Map<String, LocalDate> earlierDays = new LinkedHashMap<>();
    latestDays.forEach((municipality, latest) -> earlierDays.put(municipality, min(latest, day)));
    return new InboxScope(
        earliestDay, earlierDays, untakenLatestDay.map(latest -> min(latest, day)));
  }

  /** The part of this scope from a day on. */
  InboxScope from(LocalDate day) {
    return new InboxScope(
        day.isAfter(earliestDay) ? day : earliestDay, latestDays, untakenLatestDay);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

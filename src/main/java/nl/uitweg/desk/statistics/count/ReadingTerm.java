package nl.uitweg.desk.statistics.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.region.WorkingDays;

/**
 * When a report was first read, measured in working days; the categories of {@link Dimension#TERM}.
 * Whole days only: the database does not hold the time of receipt.
 */
enum ReadingTerm {
  /** On the first working day after the day of receipt, or earlier. */
  WORKING_DAY,
  /** Later, but within the deadline of the municipality. */
  DEADLINE,
  LATER,
  NOT_YET;

  /**
   * @param readOn day of the first reading; empty when the report was not read
   * @param lastDay last day on which the report can be read in time
   */
  static ReadingTerm of(LocalDate receivedOn, Optional<LocalDate> readOn, LocalDate lastDay) {
    if (readOn.isEmpty()) {
      return NOT_YET;
    }
    if (!readOn.get().isAfter(WorkingDays.after(receivedOn, 1))) {
      return WORKING_DAY;
    }
    return readOn.get().isAfter(lastDay) ? LATER : DEADLINE;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> keys() {
    return Stream.concat(Stream.of(values()).map(ReadingTerm::key), Stream.of(Dimension.UNKNOWN))
        .toList();
  }
}

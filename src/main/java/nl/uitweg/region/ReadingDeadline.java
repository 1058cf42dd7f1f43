package nl.uitweg.region;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The deadline for reading a new report: the number of {@link WorkingDays} that its municipality
 * sets in {@code content/region/region.yaml}. It is counted in whole days, because the database
 * holds only the day on which a report was sent.
 */
@Singleton
public class ReadingDeadline {

  private static final int DEFAULT_WORKING_DAYS = 1;

  private final Region region;

  ReadingDeadline(Region region) {
    this.region = region;
  }

  /**
   * The last day on which a report can be read in time.
   *
   * @param municipality empty for a report that no municipality has taken; then the shortest
   *     deadline of the region applies
   * @param received day of receipt
   */
  public LocalDate lastDay(Optional<String> municipality, LocalDate received) {
    return WorkingDays.after(received, workingDays(municipality));
  }

  /**
   * The latest day of receipt whose deadline has passed today: an unread report that was received
   * on this day or earlier is overdue.
   */
  public LocalDate latestOverdueReceivedOn(Optional<String> municipality, LocalDate today) {
    LocalDate received = today.minusDays(1);
    while (!lastDay(municipality, received).isBefore(today)) {
      received = received.minusDays(1);
    }
    return received;
  }

  /**
   * The number of working days within which a report must be read.
   *
   * @param municipality empty for a report that no municipality has taken; then the shortest
   *     deadline of the region applies
   * @return working days after the day of receipt
   */
  public int workingDays(Optional<String> municipality) {
    return municipality
        .flatMap(region::byId)
        .map(ReadingDeadline::workingDays)
        .orElseGet(
            () ->
                region.municipalities().stream()
                    .mapToInt(ReadingDeadline::workingDays)
                    .min()
                    .orElse(1));
  }

  private static int workingDays(Region.Municipality municipality) {
    return municipality.deadlines().firstReading().orElse(DEFAULT_WORKING_DAYS);
  }
}

package nl.uitweg.region;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a report may wait until somebody reads it: the term of its municipality in {@code
 * content/region.yaml}, in {@link WorkingDays}. Counted in whole days, for the day is all that the
 * database knows of the moment of sending.
 */
@Singleton
public class ReadingTerm {

  private final Region region;

  ReadingTerm(Region region) {
    this.region = region;
  }

  /**
   * @param municipality empty for a report that nobody has taken: then the shortest term counts
   * @return the last day on which reading it is in time
   */
  public LocalDate lastDay(Optional<String> municipality, LocalDate received) {
    return WorkingDays.after(received, days(municipality));
  }

  /** Reports received on this day or before, and not read yet, wait too long. */
  public LocalDate lateFrom(Optional<String> municipality, LocalDate today) {
    LocalDate received = today.minusDays(1);
    while (!lastDay(municipality, received).isBefore(today)) {
      received = received.minusDays(1);
    }
    return received;
  }

  /**
   * @param municipality empty for a report that nobody has taken: then the shortest term counts
   * @return working days after the day of receipt
   */
  public int days(Optional<String> municipality) {
    return municipality
        .flatMap(region::byId)
        .map(found -> found.terms().firstReading())
        .orElseGet(
            () ->
                region.municipalities().stream()
                    .mapToInt(any -> any.terms().firstReading())
                    .min()
                    .orElse(1));
  }
}

package nl.uitweg.report.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Until when a report is kept. Its dossier keeps it as long as another report of the dossier is
 * needed, unless its reporter withdrew it.
 *
 * @param own the day on which it would be purged without its dossier; empty when it is not closed
 * @param due the day on which it is purged; empty when it is not closed, or as long as another
 *     report of its dossier is open
 */
public record Retention(Optional<LocalDate> own, Optional<LocalDate> due) {

  static final Retention OPEN = new Retention(Optional.empty(), Optional.empty());

  /** Whether another report of its dossier is open, so that the day of the purge is not known. */
  public boolean waits() {
    return own.isPresent() && due.isEmpty();
  }

  /** Whether it is purged within this number of days from today, or should have been already. */
  boolean isDueWithin(int days, LocalDate today) {
    return due.filter(day -> !day.isAfter(today.plusDays(days))).isPresent();
  }

  /**
   * The day until which it is kept when an officer postpones the purge by this many days: counted
   * from the day on which it is due now (without its dossier, as long as a report of that is open),
   * or from today when that day has passed.
   *
   * @throws IllegalStateException when the report is not closed
   */
  LocalDate postponedBy(int days, LocalDate today) {
    LocalDate from =
        due.or(() -> own).orElseThrow(() -> new IllegalStateException("The report is not closed"));
    return (from.isAfter(today) ? from : today).plusDays(days);
  }

  /** Whether its dossier keeps it longer than it would be kept without. */
  public boolean keptByDossier() {
    return own.isPresent() && !due.equals(own);
  }
}

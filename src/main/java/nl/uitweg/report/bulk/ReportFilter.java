package nl.uitweg.report.bulk;

import java.time.LocalDate;
import java.util.Optional;
import nl.uitweg.report.content.ReportState;

/**
 * Filter of reports. An empty component does not filter.
 *
 * @param municipality one of the municipalities of the officer
 * @param from first day of receipt
 * @param until last day of receipt
 */
public record ReportFilter(
    Optional<ReportState> state,
    Optional<String> form,
    Optional<String> municipality,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  /** Matches all reports. */
  public static final ReportFilter ALL =
      new ReportFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

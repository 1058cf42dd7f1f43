package nl.uitweg.report;

import java.time.LocalDate;
import java.util.Optional;
import nl.uitweg.report.content.ReportState;

/**
 * Which reports are read; what is empty does not limit.
 *
 * @param municipality one of the officer's own
 * @param from first day of receipt
 * @param until last day of receipt
 */
public record ReportFilter(
    Optional<ReportState> state,
    Optional<String> form,
    Optional<String> municipality,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  /** All reports. */
  public static final ReportFilter ALL =
      new ReportFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

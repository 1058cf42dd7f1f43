package nl.uitweg.report.bulk;

import java.util.List;
import java.util.Optional;

/**
 * Some of the reports that match a filter, newest first. A batch is limited in number and in bytes,
 * so it may have fewer reports than the caller asked for although more reports match.
 *
 * @param next position after which the next batch starts; empty when no more reports match
 */
public record ReportBatch<T>(List<T> reports, Optional<ReportCursor> next) {

  public ReportBatch {
    reports = List.copyOf(reports);
  }
}

package nl.uitweg.report.bulk;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Position of a report among the reports that {@link BulkReportReader} fetches: newest first, those
 * of one day by descending id.
 */
public record ReportCursor(LocalDate receivedOn, UUID id) {}

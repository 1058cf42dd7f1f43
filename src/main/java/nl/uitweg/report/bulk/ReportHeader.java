package nl.uitweg.report.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * The plaintext columns of a report that searches and comparisons use.
 *
 * @param municipality municipality that has the report; empty when none has taken it
 */
public record ReportHeader(
    UUID id,
    Optional<String> municipality,
    List<String> forms,
    ReportState state,
    Urgency urgency,
    LocalDate receivedOn) {}

package nl.uitweg.desk.related;

import java.time.LocalDate;
import java.util.UUID;
import nl.uitweg.desk.address.Certainty;

/**
 * Another report with the same trace, which the officer may see.
 *
 * @param certainty how sure it is that the trace is the same
 */
record RelatedReport(UUID id, LocalDate receivedOn, LinkDecision decision, Certainty certainty) {}

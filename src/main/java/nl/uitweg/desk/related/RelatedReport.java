package nl.uitweg.desk.related;

import java.time.LocalDate;
import java.util.UUID;

/** Another report with the same trace, which the officer may see. */
record RelatedReport(UUID id, LocalDate receivedOn, LinkDecision decision) {}

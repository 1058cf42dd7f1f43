package nl.uitweg.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Filter of audit events. An empty component does not filter.
 *
 * @param from start of the period, inclusive
 * @param until end of the period, exclusive
 * @param object complete name of the object, for example {@code report/<id>}
 */
public record AuditFilter(
    Optional<Instant> from,
    Optional<Instant> until,
    String actor,
    String action,
    String object,
    String result) {}

package nl.uitweg.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are looked for; an empty text stands for all.
 *
 * @param from the first moment
 * @param until the first moment after
 * @param object whole, for example {@code report/<id>}
 */
public record AuditFilter(
    Optional<Instant> from,
    Optional<Instant> until,
    String actor,
    String action,
    String object,
    String result) {}

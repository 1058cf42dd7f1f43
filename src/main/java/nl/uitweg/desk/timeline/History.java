package nl.uitweg.desk.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditEvent;

/**
 * What is known of the history of one report.
 *
 * @param name how officers name the report
 * @param stored its audit events, oldest first
 * @param pending audit entries that are stored when this request succeeds
 * @param receivedAt when it was sent; empty when it cannot be decrypted
 * @param answeredAt when the reporter sent messages
 * @param withdrawn whether the reporter withdrew it
 */
public record History(
    String name,
    List<AuditEvent> stored,
    List<AuditEntry> pending,
    Optional<Instant> receivedAt,
    List<Instant> answeredAt,
    boolean withdrawn) {}

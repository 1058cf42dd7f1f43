package nl.uitweg.desk.route;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditTrail;

/**
 * Collects the audit events of a request that was refused. {@link RefusalFilter} records them in a
 * separate transaction after the transaction of the request has ended, so they are kept even when
 * the request is rolled back. Its counterpart is {@link AuditTrail}, whose events are stored in the
 * same transaction as the change they record.
 */
@RequestScoped
public class RefusalTrail {

  private final List<AuditEntry> entries = new ArrayList<>();

  /** Adds a refusal, or the reading of something that was shown together with a refusal. */
  public void add(AuditEntry entry) {
    entries.add(entry);
  }

  /** As {@link #add}, and rolls back everything that this request has changed. */
  public void addAndRollBack(AuditEntry entry) {
    entries.add(entry);
    QuarkusTransaction.setRollbackOnly();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns the events that were added and removes them. */
  List<AuditEntry> drain() {
    List<AuditEntry> drained = List.copyOf(entries);
    entries.clear();
    return drained;
  }
}

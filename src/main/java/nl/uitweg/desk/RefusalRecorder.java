package nl.uitweg.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.persistence.DatabaseAccess;

/**
 * Writes events in a transaction of their own. Never call it inside a transaction that has added to
 * the audit: both would wait for the same lock. {@link RefusalTrail} is for that.
 */
@Singleton
public class RefusalRecorder {

  private final AuditTrail audit;
  private final DatabaseAccess access;

  RefusalRecorder(AuditTrail audit, DatabaseAccess access) {
    this.audit = audit;
    this.access = access;
  }

  public void record(List<AuditTrail.Entry> entries) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              access.desk(List.of());
              entries.forEach(audit::add);
            });
  }
}

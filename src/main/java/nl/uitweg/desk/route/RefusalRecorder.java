package nl.uitweg.desk.route;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.persistence.DatabaseAccess;

/**
 * Writes audit events immediately, in a new transaction. Screens add their events to {@link
 * RefusalTrail}; {@link RefusalFilter} passes them to this class after the transaction of the
 * request has ended.
 */
@Singleton
public class RefusalRecorder {

  private final AuditTrail audit;
  private final DatabaseAccess access;

  RefusalRecorder(AuditTrail audit, DatabaseAccess access) {
    this.audit = audit;
    this.access = access;
  }

  public void record(List<AuditEntry> entries) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              access.asDesk(List.of());
              entries.forEach(audit::add);
            });
  }
}

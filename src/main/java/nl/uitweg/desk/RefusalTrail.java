package nl.uitweg.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.audit.AuditTrail;

/**
 * Events of a request that was refused. {@link RefusalFilter} records them after the transaction of
 * the request has ended, in one of their own: whatever becomes of the request, they stay. The
 * counterpart of {@link AuditTrail}, whose events happen only together with what they record.
 */
@RequestScoped
public class RefusalTrail {

  private final List<AuditTrail.Entry> entries = new ArrayList<>();

  /** What was refused; or what was shown along with a refusal. */
  public void add(AuditTrail.Entry entry) {
    entries.add(entry);
  }

  /** As {@link #add}; nothing that this request changed so far stays. */
  public void undo(AuditTrail.Entry entry) {
    entries.add(entry);
    QuarkusTransaction.setRollbackOnly();
  }

  /** What was added so far; afterwards there is nothing. */
  List<AuditTrail.Entry> take() {
    List<AuditTrail.Entry> taken = List.copyOf(entries);
    entries.clear();
    return taken;
  }
}

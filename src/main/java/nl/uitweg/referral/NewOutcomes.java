package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.report.Report;

/**
 * Announces that the receiver of a referral wrote an outcome, until an officer of the municipality
 * opens the report. Callers must have started a transaction.
 */
@ApplicationScoped
public class NewOutcomes {

  private final NewOutcomeStore store;

  NewOutcomes(NewOutcomeStore store) {
    this.store = store;
  }

  /** Announces an outcome that the receiver of this referral wrote. */
  public void announce(Referral referral) {
    store.add(referral);
  }

  /** Ids of those of the given reports that have an outcome that no officer has seen. */
  public Set<UUID> among(Collection<UUID> reports) {
    return reports.isEmpty() ? Set.of() : store.among(reports);
  }

  /** Whether the report has an outcome that no officer has seen. */
  public boolean isAnnounced(Report report) {
    return !store.among(List.of(report.id())).isEmpty();
  }

  /** Records that an officer sees the outcomes of the report now. */
  public void markSeen(Report report) {
    store.delete(report.id());
  }
}

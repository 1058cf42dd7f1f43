package nl.uitweg.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Referrals whose receiver wrote an outcome that no officer of the report's municipality has seen,
 * in the caller's transaction. A row of table {@code new_outcome} says only that an outcome
 * arrived; a database trigger adds a notification for it.
 */
@ApplicationScoped
class NewOutcomeStore {

  private final EntityManager database;

  NewOutcomeStore(EntityManager database) {
    this.database = database;
  }

  /** Has no effect when an earlier outcome of the referral has not been seen yet. */
  void add(Referral referral) {
    // without a conflict target: the receiver may not read the table
    database
        .createNativeQuery(
            """
            insert into new_outcome (referral_id, report_id) values (:referral, :report)
            on conflict do nothing""")
        .setParameter("referral", referral.id())
        .setParameter("report", referral.reportId())
        .executeUpdate();
  }

  /** Those of the given reports that have a new outcome. */
  Set<UUID> among(Collection<UUID> reports) {
    List<?> ids =
        database
            .createNativeQuery(
                "select distinct report_id from new_outcome where report_id in (:reports)",
                UUID.class)
            .setParameter("reports", reports)
            .getResultList();
    return ids.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** The outcomes of this report are no longer new. */
  void delete(UUID report) {
    database
        .createNativeQuery("delete from new_outcome where report_id = :report")
        .setParameter("report", report)
        .executeUpdate();
  }
}

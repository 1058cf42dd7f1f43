package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and adds referrals, in the caller's transaction. */
@ApplicationScoped
class ReferralStore implements PanacheRepositoryBase<Referral, UUID> {

  /** The referrals of a report, oldest first. */
  List<Referral> of(UUID report) {
    return list("reportId = ?1 order by referredAt, id", report);
  }

  /** Referrals that these receivers received, newest first. */
  List<Referral> receivedBy(List<String> receivers, int limit) {
    return find("receiver in ?1 order by referredAt desc, id", receivers).page(0, limit).list();
  }

  /**
   * The number of referrals that these receivers received and about which nobody noted anything.
   */
  long countUnanswered(List<String> receivers) {
    return count(
        "from Referral r where r.receiver in ?1"
            + " and not exists (select n.id from ReferralNote n where n.referralId = r.id)",
        receivers);
  }

  /** A referral that one of these receivers received. */
  Optional<Referral> received(UUID id, List<String> receivers) {
    return find("id = ?1 and receiver in ?2", id, receivers).firstResultOptional();
  }
}

package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads and adds the notes about referrals, in the caller's transaction. */
@ApplicationScoped
class ReferralNoteStore implements PanacheRepositoryBase<ReferralNote, UUID> {

  /** The notes about a referral, oldest first. */
  List<ReferralNote> of(UUID referral) {
    return list("referralId = ?1 order by position", referral);
  }

  /** The position of the next note about a referral, counted from 1. */
  int nextPosition(UUID referral) {
    return Math.toIntExact(count("referralId", referral)) + 1;
  }
}

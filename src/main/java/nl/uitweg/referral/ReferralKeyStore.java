package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and adds the wrapped keys of referrals, in the caller's transaction. */
@ApplicationScoped
class ReferralKeyStore implements PanacheRepositoryBase<ReferralKey, ReferralKey.Key> {

  /** The key of a referral, wrapped for one of these keysets. */
  Optional<ReferralKey> wrappedFor(UUID referral, List<String> keysets) {
    return find("referralId = ?1 and keysetName in ?2", referral, keysets).firstResultOptional();
  }
}

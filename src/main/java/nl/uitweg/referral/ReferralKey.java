package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The key of one referral, wrapped for one recipient. */
@Entity
@Table(name = "referral_key")
@IdClass(ReferralKey.Key.class)
class ReferralKey extends PanacheEntityBase {

  @Id
  @Column(name = "referral_id")
  UUID referralId;

  @Id
  @Column(name = "recipient")
  String recipient;

  @Column(name = "wrapped")
  byte[] wrapped;

  record Key(UUID referralId, String recipient) implements Serializable {}

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ReferralKey() {}

  ReferralKey(UUID referralId, String recipient, byte[] wrapped) {
    this.referralId = referralId;
    this.recipient = recipient;
    this.wrapped = wrapped;
  }

  static Optional<ReferralKey> findFor(UUID referralId, List<String> recipients) {
    return find("referralId = ?1 and recipient in ?2", referralId, recipients)
        .firstResultOptional();
  }
}

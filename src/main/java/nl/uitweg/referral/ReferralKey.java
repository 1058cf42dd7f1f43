package nl.uitweg.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The key of one referral, wrapped for one recipient. */
@Entity
@Table(name = "referral_key")
@IdClass(ReferralKey.Key.class)
class ReferralKey {

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
}

package nl.uitweg.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The key of one referral, wrapped for one keyset. */
@Entity
@Table(name = "referral_key")
@IdClass(ReferralKey.Key.class)
class ReferralKey {

  @Id
  @Column(name = "referral_id")
  UUID referralId;

  /** Name of the keyset: a municipality or {@code care}. */
  @Id
  @Column(name = "recipient")
  String keysetName;

  @Column(name = "wrapped")
  byte[] wrapped;

  record Key(UUID referralId, String keysetName) implements Serializable {}

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ReferralKey() {}

  ReferralKey(UUID referralId, String keysetName, byte[] wrapped) {
    this.referralId = referralId;
    this.keysetName = keysetName;
    this.wrapped = wrapped;
  }
}

package nl.uitweg.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A note about a referral, which confirms its receipt or states its outcome, sealed with the
 * referral key. The kind is inside the sealed content.
 */
@Entity
@Table(name = "referral_note")
class ReferralNote {

  @Id UUID id;

  @Column(name = "referral_id")
  UUID referralId;

  @Column(name = "position")
  int position;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ReferralNote() {}

  ReferralNote(UUID id, UUID referralId, int position, byte[] sealed) {
    this.id = id;
    this.referralId = referralId;
    this.position = position;
    this.sealed = sealed;
  }
}

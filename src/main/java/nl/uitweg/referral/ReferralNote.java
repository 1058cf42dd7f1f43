package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/**
 * A confirmation of receipt or an outcome of a referral, sealed with the referral key. The kind is
 * inside the sealed content.
 */
@Entity
@Table(name = "referral_note")
class ReferralNote extends PanacheEntityBase {

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

  static List<ReferralNote> of(UUID referralId) {
    return list("referralId = ?1 order by position", referralId);
  }
}

package nl.uitweg.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;

/**
 * A file that was shared in a referral. The metadata is sealed in {@code sealed}. The sealed
 * content is in a column that is not mapped and is read only when the file is opened.
 */
@Entity
@Table(name = "referral_file")
class ReferralFile {

  @Id UUID id;

  @Column(name = "referral_id")
  UUID referralId;

  @Column(name = "position")
  int position;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ReferralFile() {}

  ReferralFile(UUID id, UUID referralId, int position, byte[] sealed) {
    this.id = id;
    this.referralId = referralId;
    this.position = position;
    this.sealed = sealed;
  }

  /** The plaintext metadata of a file, stored sealed as JSON. */
  record Metadata(String name, String mediaType, int size, boolean cleaned, boolean scanned) {}

  AssociatedData associatedData() {
    return associatedData(referralId, id, position);
  }

  /** Associated data of the metadata of a file; positions are counted from 1. */
  static AssociatedData associatedData(UUID referral, UUID file, int position) {
    return AssociatedData.of("referral-file", referral, file, position);
  }
}

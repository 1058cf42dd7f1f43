package nl.uitweg.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import org.jspecify.annotations.Nullable;

/**
 * A stored referral with its sealed {@link ReferralContent}. Only the recipient, the receiver and
 * the time are stored in plaintext.
 */
@Entity
@Table(name = "referral")
public class Referral {

  @Id UUID id;

  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "recipient")
  String recipient;

  /** Name of the keyset of a receiver that uses this system; null for all other recipients. */
  @Column(name = "receiver")
  @Nullable String receiver;

  @Column(name = "referred_at")
  Instant referredAt;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Referral() {}

  /** Creates a referral without content; {@link Referrals} then sets the sealed content. */
  @SuppressWarnings("NullAway.Init")
  Referral(
      UUID id, UUID reportId, Recipient recipient, @Nullable String receiver, Instant referredAt) {
    this.id = id;
    this.reportId = reportId;
    this.recipient = recipient.key();
    this.receiver = receiver;
    this.referredAt = referredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Associated data of the content; includes all plaintext columns. */
  AssociatedData associatedData() {
    return AssociatedData.of(
        "referral", id, reportId, recipient, receiver().orElse(""), referredAt);
  }

  /** Associated data of a note; positions are counted from 1. */
  AssociatedData noteAssociatedData(UUID note, int position) {
    return AssociatedData.of("referral-note", id, note, position);
  }

  public UUID id() {
    return id;
  }

  public UUID reportId() {
    return reportId;
  }

  public Recipient recipient() {
    return Recipient.of(recipient).orElseThrow();
  }

  public Optional<String> receiver() {
    return Optional.ofNullable(receiver);
  }

  public Instant referredAt() {
    return referredAt;
  }
}

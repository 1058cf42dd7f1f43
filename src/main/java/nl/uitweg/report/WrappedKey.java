package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import nl.uitweg.report.sealed.KeyName;

/** A key of a report, its conversation, its notes or one of its files, wrapped for one keyset. */
@Entity
@Table(name = "wrapped_key")
@IdClass(WrappedKey.Key.class)
class WrappedKey {

  @Id
  @Column(name = "report_id")
  UUID reportId;

  /** See {@link KeyName}. */
  @Id
  @Column(name = "what")
  String keyName;

  /** Name of the keyset: a municipality or {@code recovery}. */
  @Id
  @Column(name = "recipient")
  String recipient;

  @Column(name = "wrapped")
  byte[] wrapped;

  record Key(UUID reportId, String keyName, String recipient) implements Serializable {}

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected WrappedKey() {}

  WrappedKey(UUID reportId, String keyName, String recipient, byte[] wrapped) {
    this.reportId = reportId;
    this.keyName = keyName;
    this.recipient = recipient;
    this.wrapped = wrapped;
  }
}

package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a report. Its name, type and time of arrival are sealed in this row; its
 * sealed content is stored in chunks in the table {@code attachment_chunk}.
 */
@Entity
@Table(name = "attachment")
class Attachment {

  @Id UUID id;

  @Column(name = "report_id")
  UUID reportId;

  /** Position among the files of the report, counted from 1. */
  @Column(name = "position")
  int position;

  @Column(name = "sealed")
  byte[] sealed;

  /**
   * The commitment to the key of this file, sealed with the conversation key. It proves that the
   * holder of the conversation key sent the file.
   */
  @Column(name = "voucher")
  byte[] voucher;

  /** The message with which the file was sent; null for a file of the report itself. */
  @Column(name = "message_id")
  @Nullable UUID messageId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Attachment() {}

  Attachment(
      UUID id,
      UUID reportId,
      Optional<UUID> messageId,
      int position,
      byte[] sealed,
      byte[] voucher) {
    this.id = id;
    this.reportId = reportId;
    this.messageId = messageId.orElse(null);
    this.position = position;
    this.sealed = sealed;
    this.voucher = voucher;
  }
}

package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Stores the lookup id of a receipt with the id of its report and the conversation key wrapped for
 * the receipt.
 */
@Entity
@Table(name = "receipt")
class StoredReceipt {

  @Id
  @Column(name = "lookup_id")
  byte[] lookupId;

  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "wrapped")
  byte[] wrapped;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredReceipt() {}

  StoredReceipt(byte[] lookupId, UUID reportId, byte[] wrapped) {
    this.lookupId = lookupId;
    this.reportId = reportId;
    this.wrapped = wrapped;
  }
}

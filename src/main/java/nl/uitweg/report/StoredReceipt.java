package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A receipt: the row that a receipt code opens. It holds the id of the report, and the conversation
 * key wrapped for the code. The lookup id is derived from the code.
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

package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.uitweg.report.content.ReportFormat;

/**
 * A file that belongs to a report. What it is, its name and when it came is sealed; the file itself
 * is in pieces in the table {@code attachment_chunk}.
 */
@Entity
@Table(name = "attachment")
class Attachment extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "sealed")
  byte[] sealed;

  /** Sealed with the key of the conversation: the commitment to the key of this file. */
  @Column(name = "voucher")
  byte[] voucher;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Attachment() {}

  /** What is inside the sealed part. */
  record About(
      String name, String mediaType, int size, boolean cleaned, boolean scanned, Instant at) {

    About {
      Objects.requireNonNull(name);
      ReportFormat.checked(at);
    }
  }

  /** The kind of its wrapped key. */
  static String key(UUID id) {
    return "attachment/" + id;
  }

  static List<Attachment> of(UUID reportId) {
    return list("reportId = ?1", reportId);
  }
}

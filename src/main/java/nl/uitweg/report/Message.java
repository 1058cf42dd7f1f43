package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A message between officer and reporter, sealed with the conversation key. The time is inside the
 * sealed content.
 */
@Entity
@Table(name = "message")
@DynamicUpdate // the public tier may update only the column "read"
class Message extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "position")
  int position;

  @Column(name = "from_officer")
  boolean fromOfficer;

  /** Whether the other side has seen the message. */
  @Column(name = "read")
  boolean read;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Message() {}

  Message(UUID id, UUID reportId, int position, boolean fromOfficer, byte[] sealed) {
    this.id = id;
    this.reportId = reportId;
    this.position = position;
    this.fromOfficer = fromOfficer;
    this.sealed = sealed;
  }

  static List<Message> of(UUID reportId) {
    return list("reportId = ?1 order by position", reportId);
  }

  /** The position after that of the last message, even when earlier messages were deleted. */
  static int nextPosition(UUID reportId) {
    return of(reportId).stream().mapToInt(message -> message.position).max().orElse(0) + 1;
  }
}

package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.uitweg.report.content.ConversationFullException;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A message between officer and reporter, sealed with the conversation key. The time is inside the
 * sealed content.
 */
@Entity
@Table(name = "message")
@DynamicUpdate // the public tier may update only the column "read"
class Message {

  /**
   * Highest position of a message by each sender; the database enforces both. The limit for
   * officers is higher, so that an officer can answer when the reporter has reached theirs.
   */
  private static final int MAX_POSITION_OF_REPORTER = 200;

  private static final int MAX_POSITION_OF_OFFICER = 300;

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

  /**
   * The position of a new message.
   *
   * @param last position of the last message, which stays in use when earlier messages were deleted
   * @throws ConversationFullException when the last position has reached the maximum for this
   *     sender
   */
  static int positionAfter(int last, boolean fromOfficer) throws ConversationFullException {
    if (last >= (fromOfficer ? MAX_POSITION_OF_OFFICER : MAX_POSITION_OF_REPORTER)) {
      throw new ConversationFullException();
    }
    return last + 1;
  }
}

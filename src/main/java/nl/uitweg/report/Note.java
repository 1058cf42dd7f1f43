package nl.uitweg.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * An internal note of an officer, sealed with the notes key. Author and time are inside the sealed
 * content.
 */
@Entity
@Table(name = "note")
class Note {

  @Id UUID id;

  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "position")
  int position;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Note() {}

  Note(UUID id, UUID reportId, int position, byte[] sealed) {
    this.id = id;
    this.reportId = reportId;
    this.position = position;
    this.sealed = sealed;
  }
}

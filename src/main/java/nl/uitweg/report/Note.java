package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/**
 * An internal note of an officer, sealed with the notes key. Author and time are inside the sealed
 * content.
 */
@Entity
@Table(name = "note")
class Note extends PanacheEntityBase {

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

  static List<Note> of(UUID reportId) {
    return list("reportId = ?1 order by position", reportId);
  }
}

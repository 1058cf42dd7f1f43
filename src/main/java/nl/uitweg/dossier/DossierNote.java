package nl.uitweg.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A note of an officer on a dossier, sealed with the key of the dossier. */
@Entity
@Table(name = "dossier_note")
class DossierNote {

  @Id UUID id;

  @Column(name = "dossier_id")
  UUID dossierId;

  @Column(name = "position")
  int position;

  @Column(name = "sealed")
  byte[] sealed;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected DossierNote() {}

  DossierNote(UUID id, UUID dossierId, int position, byte[] sealed) {
    this.id = id;
    this.dossierId = dossierId;
    this.position = position;
    this.sealed = sealed;
  }
}

package nl.uitweg.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Stores and finds the notes of dossiers, in the caller's transaction. */
@ApplicationScoped
class DossierNoteStore implements PanacheRepositoryBase<DossierNote, UUID> {

  /** The notes of a dossier, oldest first. */
  List<DossierNote> of(UUID dossier) {
    return list("dossierId = ?1 order by position", dossier);
  }

  /** Number of notes of a dossier, which is the position of its last note. */
  int count(UUID dossier) {
    return Math.toIntExact(count("dossierId = ?1", dossier));
  }
}

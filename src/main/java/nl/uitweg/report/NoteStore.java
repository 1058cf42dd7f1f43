package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Stores and finds notes, in the caller's transaction. */
@ApplicationScoped
class NoteStore implements PanacheRepositoryBase<Note, UUID> {

  /** The notes of a report, oldest first. */
  List<Note> of(UUID reportId) {
    return list("reportId = ?1 order by position", reportId);
  }

  /** Number of notes of a report, which is the position of its last note. */
  int count(UUID reportId) {
    return Math.toIntExact(count("reportId = ?1", reportId));
  }
}

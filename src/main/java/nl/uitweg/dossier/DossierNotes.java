package nl.uitweg.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.InternalNote;
import nl.uitweg.report.sealed.NotePlaintext;

/** Decrypts and adds the notes of dossiers, in the caller's transaction. */
@ApplicationScoped
public class DossierNotes {

  private final DossierStore dossiers;
  private final DossierKeys keys;
  private final DossierNoteStore store;
  private final AuditTrail audit;
  private final Clock clock;

  DossierNotes(
      DossierStore dossiers,
      DossierKeys keys,
      DossierNoteStore store,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.keys = keys;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The notes of a dossier and of those that were merged into it, oldest first. A note that cannot
   * be decrypted is marked as unreadable.
   */
  public List<InternalNote> of(Dossier dossier) {
    List<InternalNote> notes = new ArrayList<>(ofOne(dossier));
    dossiers.mergedInto(dossier.id).forEach(merged -> notes.addAll(ofOne(merged)));
    notes.sort(Comparator.comparing(InternalNote::at));
    return List.copyOf(notes);
  }

  private List<InternalNote> ofOne(Dossier dossier) {
    List<DossierNote> sealed = store.of(dossier.id);
    if (sealed.isEmpty()) {
      return List.of(); // a dossier without title and notes has no key
    }
    try {
      ContentKey key = keys.open(dossier);
      return sealed.stream()
          .map(
              note ->
                  InternalNote.open(
                      key, dossier.noteAssociatedData(note.id, note.position), note.sealed))
          .toList();
    } catch (UnsealException e) {
      return sealed.stream().map(note -> InternalNote.UNREADABLE).toList();
    }
  }

  /**
   * Seals and stores a note. The caller must have locked the dossier.
   *
   * @param officer user name of the author
   * @throws UnsealException when the key was altered or replaced; then nothing is stored
   */
  public void add(Dossier dossier, String text, String officer) throws UnsealException {
    ContentKey key = keys.openOrCreate(dossier, officer);
    UUID id = UUID.randomUUID();
    int position = store.count(dossier.id) + 1;
    NotePlaintext note = new NotePlaintext(officer, clock.instant(), text);
    store.persist(
        new DossierNote(
            id,
            dossier.id,
            position,
            InternalNote.seal(key, dossier.noteAssociatedData(id, position), note)));
    dossier.changed(clock.instant());
    audit.add(AuditEntry.done(officer, AuditAction.NOTE, AuditObject.dossier(dossier.id)));
  }
}

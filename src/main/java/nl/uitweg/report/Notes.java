package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.NotePlaintext;

/**
 * Decrypts and adds the internal notes of reports. Works only on the tier that holds the private
 * keysets. Callers must have started a transaction.
 */
@ApplicationScoped
public class Notes {

  private final NotesKeys notesKeys;
  private final NoteStore store;
  private final Clock clock;

  Notes(NotesKeys notesKeys, NoteStore store, Clock clock) {
    this.notesKeys = notesKeys;
    this.store = store;
    this.clock = clock;
  }

  /**
   * The notes of a report, oldest first. A note that was altered is marked as unreadable.
   *
   * @throws UnsealException when there are notes and the notes key cannot be unwrapped
   * @throws ReplacedContentException when the notes key is not the one that the desk created
   */
  public List<InternalNote> of(Report report, List<String> municipalities) throws UnsealException {
    List<Note> sealed = store.of(report.id);
    if (sealed.isEmpty()) {
      return List.of(); // the notes key is created with the first note
    }
    ContentKey key = notesKeys.open(report, municipalities);
    return sealed.stream()
        .map(
            note ->
                InternalNote.open(key, report.origin().note(note.id, note.position), note.sealed))
        .toList();
  }

  /**
   * Seals and stores a note. The caller must have locked the report.
   *
   * @throws UnsealException when the content key or the notes key was altered or replaced; then
   *     nothing is stored
   */
  public void add(Report report, List<String> municipalities, String author, String text)
      throws UnsealException {
    ContentKey key = notesKeys.openOrCreate(report, municipalities, author);
    UUID id = UUID.randomUUID();
    NotePlaintext note = new NotePlaintext(author, clock.instant(), text);
    int position = store.count(report.id) + 1;
    store.persist(
        new Note(
            id,
            report.id,
            position,
            InternalNote.seal(key, report.origin().note(id, position), note)));
  }
}

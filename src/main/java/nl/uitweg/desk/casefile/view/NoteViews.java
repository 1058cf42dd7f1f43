package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.InternalNote;
import nl.uitweg.report.Notes;

/** Prepares the internal notes of a report. */
@Singleton
class NoteViews {

  private final Notes internalNotes;

  NoteViews(Notes internalNotes) {
    this.internalNotes = internalNotes;
  }

  List<CaseFileView.Note> of(Reading reading) {
    List<CaseFileView.Note> notes = new ArrayList<>();
    try {
      for (InternalNote note : internalNotes.of(reading.report(), reading.municipalities())) {
        notes.add(view(note, reading));
      }
    } catch (UnsealException e) {
      reading.addUnreadable("notes", e);
      notes.add(CaseFileView.Note.UNREADABLE); // shows that the notes are unreadable
    }
    return notes;
  }

  private static CaseFileView.Note view(InternalNote note, Reading reading) {
    if (!note.readable()) {
      reading.addUnreadable("note");
      return CaseFileView.Note.UNREADABLE;
    }
    String at = Dates.moment(note.at(), reading.texts().language());
    return new CaseFileView.Note(note.author(), at, note.text(), true);
  }
}
